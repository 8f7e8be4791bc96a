import Foundation
import Mustache

/// The templates in a folder in one language, read once.
struct TemplateLibrary: Sendable {
    private let library: MustacheLibrary

    /// - Parameter texts: What `{{t.form.name}}` stands for, `["form"]["name"]`. They are put in here and not at each page, half
    ///   of whose time went into looking them up.
    /// - Throws: `Broken` naming the first template that can't be read or parsed, or that names a partial or a text which isn't
    ///   there.
    init(folder: URL, texts: [String: [String: String]]) throws {
        MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
        var library = MustacheLibrary()
        var sources: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "mustache" {
            let name = file.deletingPathExtension().lastPathComponent
            do {
                let source = try Self.filled(String(contentsOf: file, encoding: .utf8), with: texts)
                // The content type holds for one template and its sections, so each has to say it.
                try library.register("{{% CONTENT_TYPE: \(HTMLText.name)}}" + source, named: name)
                sources[name] = source
            } catch let unknown as UnknownText {
                throw Broken(template: name, reason: "names the text \(unknown.name), which is not there")
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

    /// - Parameters:
    ///   - site: What the layout shows on every page, a `SiteView`.
    ///   - head: What it shows of this one; `nil` for a part of a page.
    ///   - view: The page's own values.
    func render(_ template: Template, site: TemplateValue, head: (any Sendable)?, view: any Sendable) -> String {
        let context = PageContext(site: site, head: head.map { TemplateValue($0) }, view: TemplateValue(view))
        return library.render(context, withTemplate: template.rawValue) ?? ""
    }

    private static func filled(_ source: String, with texts: [String: [String: String]]) throws(UnknownText) -> String {
        var result = ""
        var rest = source[...]
        while let reference = rest.firstMatch(of: /\{\{t\.([a-zA-Z]+)\.([a-zA-Z]+)\}\}/) {
            let (group, name) = (String(reference.1), String(reference.2))
            guard let text = texts[group]?[name] else { throw UnknownText(name: "\(group).\(name)") }
            result += rest[..<reference.range.lowerBound]
            result += HTMLText().escapeText(text)
            rest = rest[reference.range.upperBound...]
        }
        return result + rest
    }

    private struct UnknownText: Error {
        let name: String
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
        case door, board, capacity, sheet
        case doorChoice = "door-choice"
        case doorLink = "door-link"
        case staffHome = "staff-home"
        case staffExports = "staff-exports"
        case staffExport = "staff-export"
        case staffLogin = "staff-login"
        case staffMessage = "staff-message"
        case staffPeople = "staff-people"
        case staffPerson = "staff-person"
        case staffStep = "staff-step"
        case staffTicket = "staff-ticket"
        case staffSignUp = "staff-sign-up"
        case staffSessionPeople = "staff-session-people"
        case staffWaitingList = "staff-waiting-list"
        case staffMessages = "staff-messages"
        case staffSentMessage = "staff-sent-message"
        case staffWrite = "staff-write"
        case staffHostLetters = "staff-host-letters"
        case staffOwnAccount = "staff-own-account"
        case staffFactor = "staff-factor"
        case staffRecoveryCodes = "staff-recovery-codes"
        case staffLogins = "staff-logins"
        case staffAccounts = "staff-accounts"
        case staffAccount = "staff-account"
        case staffRecord = "staff-record"
        case deskSessions = "desk-sessions"
        case deskSession = "desk-session"
        case deskEffect = "desk-effect"
        case deskVenues = "desk-venues"
        case deskVenue = "desk-venue"
        case deskHosts = "desk-hosts"
        case deskNotices = "desk-notices"
        case deskImport = "desk-import"
        case deskChanges = "desk-changes"
        case deskUndo = "desk-undo"
    }

    /// A template that keeps the service from starting.
    struct Broken: Error, CustomStringConvertible {
        let template: String
        let reason: String

        var description: String { "Template \(template): \(reason)" }
    }
}

/// What a template sees: `site` and `head` for the layout, `view` for the page's own values.
private struct PageContext: MustacheParent {
    let site: TemplateValue
    let head: TemplateValue?
    let view: TemplateValue

    func child(named name: String) -> Any? {
        switch name {
        case "site": site
        case "head": head
        case "view": view
        default: nil
        }
    }
}
