import Foundation
import Testing

@testable import Presentation

/// Reads the templates and the code as they lie in the repository.
@Suite("The use of texts")
struct UsedTextsTests {
    @Test("Every fixed text is used, by a template or in code that names its group")
    func used() throws {
        let templates = try Self.texts(below: "Sources/Web/Templates", ending: ".mustache")
        let code = try Self.texts(below: "Sources", ending: ".swift")
            .filter { !$0.path.contains("/Presentation/Texts/") }.map(\.content)
        #expect(templates.count > 10 && code.count > 100)
        for (name, _) in AllTexts.fixed {
            let parts = name.split(separator: ".")
            let isInTemplate = templates.contains { $0.content.contains("t.\(name)}}") }
            let isInCode = code.contains { source in
                source.contains("Texts.all.\(parts[0])") && source.contains(Self.member(parts[1]))
            }
            #expect(isInTemplate || isInCode, "nothing uses \(name)")
        }
    }

    @Test("Every text that a template names is there")
    func known() throws {
        let known = Set(AllTexts.fixed.map(\.name))
        for template in try Self.texts(below: "Sources/Web/Templates", ending: ".mustache") {
            for reference in template.content.matches(of: /\{\{[#^]?t\.([a-zA-Z]+\.[a-zA-Z]+)\}\}/) {
                let isKnown = known.contains(String(reference.1))
                #expect(isKnown, "\(template.path) names \(reference.1)")
            }
        }
    }

    /// `.name`, and not the beginning of a longer one.
    private static func member(_ name: some StringProtocol) -> Regex<Substring> {
        // The name is letters and digits only.
        // swift-format-ignore: NeverUseForceTry
        try! Regex("\\.\(name)\\b", as: Substring.self)
    }

    private static func texts(below folder: String, ending: String) throws -> [(path: String, content: String)] {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let root = repository.appending(path: folder).path
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(ending) }.map {
            let path = "\(root)/\($0)"
            return (path, try String(contentsOfFile: path, encoding: .utf8))
        }
    }
}
