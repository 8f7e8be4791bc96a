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
            .filter { !$0.path.contains("/Presentation/Texts/") && $0.content.contains("Texts.all.") }
        #expect(templates.count > 10 && code.count > 50)
        // What a group is used with: the members that stand in any file that names it.
        var members: [Substring: Set<String>] = [:]
        for source in code {
            let named = Self.members(of: source.content)
            for group in Set(AllTexts.fixed.map { $0.name.prefix { $0 != "." } })
            where source.content.contains("Texts.all.\(group)") {
                members[group, default: []].formUnion(named)
            }
        }
        for (name, _) in AllTexts.fixed {
            let parts = name.split(separator: ".")
            let isInTemplate = templates.contains { $0.content.contains("t.\(name)}}") }
            let isInCode = members[parts[0]]?.contains(String(parts[1])) ?? false
            #expect(isInTemplate || isInCode, "nothing uses \(name)")
        }
        #expect(members["site"]?.contains("noSuchText") == false, "the test would find out")
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

    /// Every `name` that stands behind a dot. By bytes, since expressions take half a minute for all of the code.
    private static func members(of source: String) -> Set<String> {
        let bytes = Array(source.utf8)
        var (found, index) = (Set<String>(), 0)
        while let dot = bytes[index...].firstIndex(of: UInt8(ascii: ".")) {
            let end = bytes[(dot + 1)...].firstIndex { !isLetterOrDigit($0) } ?? bytes.endIndex
            found.insert(String(decoding: bytes[(dot + 1)..<end], as: UTF8.self))
            index = end
        }
        return found
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
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
