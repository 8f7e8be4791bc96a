import Foundation
import Mustache

/// The templates in a folder, read once.
struct TemplateLibrary: Sendable {
    private let library: MustacheLibrary

    /// - Throws: `Broken` naming the first template that can't be read or parsed, or that names a partial which isn't there.
    init(folder: URL) throws {
        MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
        var library = MustacheLibrary()
        var sources: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "mustache" {
            let name = file.deletingPathExtension().lastPathComponent
            do {
                let source = try String(contentsOf: file, encoding: .utf8)
                // The content type holds for one template and its sections, so each has to say it.
                try library.register("{{% CONTENT_TYPE: \(HTMLText.name)}}" + source, named: name)
                sources[name] = source
            } catch {
                throw Broken(template: name, reason: "\(error)")
            }
        }
        for template in Template.allCases where sources[template.rawValue] == nil {
            throw Broken(template: template.rawValue, reason: "is not in \(folder.path)")
        }
        for (name, source) in sources {
            for reference in source.matches(of: /\{\{[<>]\s*([a-z-]+)\s*\}\}/) where sources[String(reference.1)] == nil
            {
                throw Broken(template: name, reason: "uses \(reference.1), which is not there")
            }
        }
        self.library = library
    }

    func render(_ template: Template, _ context: PageContext) -> String {
        library.render(context, withTemplate: template.rawValue) ?? ""
    }

    /// The templates that are whole pages; the others are parts of them.
    enum Template: String, CaseIterable {
        case home, programme, found, venue, session, outcome, failure, note, day, embed, ticket, message, address
        case openData = "open-data"
        /// Shown inside of others, after its gaps were filled in.
        case filters
        case signUp = "sign-up"
        case dayOutcome = "day-outcome"
        case dayCorrection = "day-correction"
        case doorTicket = "door-ticket"
        case ticketStep = "ticket-step"
        case letterForm = "letter-form"
        case staffHome = "staff-home"
        case staffLogin = "staff-login"
        case staffMessage = "staff-message"
    }

    /// A template that keeps the service from starting.
    struct Broken: Error, CustomStringConvertible {
        let template: String
        let reason: String

        var description: String { "Template \(template): \(reason)" }
    }
}

/// What a template sees: `t` for fixed texts, `head` for what the layout needs, `view` for the page's own values.
struct PageContext: MustacheParent {
    let texts: [String: [String: String]]
    let head: (any Sendable)?
    let view: any Sendable

    func child(named name: String) -> Any? {
        switch name {
        case "t": texts
        case "head": head.map { $0 as Any }
        case "view": view
        default: nil
        }
    }
}
