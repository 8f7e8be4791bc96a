import Foundation
import Registration
import Testing

@testable import Presentation

/// Reads the SQL as it lies in the repository.
@Suite("The record in words")
struct RecordPhrasesTests {
    @Test("Everything that a function writes into the record has its words, and so has what it is about")
    func complete() throws {
        let actions = try Self.actions()
        #expect(actions.count > 40)
        for action in actions {
            let kind = String(action.prefix { $0 != "." })
            for language in Language.allCases {
                #expect(RecordPhrases.action(action, language) != action, "\(action) in \(language)")
                #expect(RecordPhrases.kind(kind, language) != kind, "\(kind) in \(language)")
            }
        }
    }

    /// `'session.changed'`, and no name of a table's sequence or of a setting.
    private static func actions() throws -> Set<String> {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../sql/functions")
            .standardized
        var found: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let sql = try String(contentsOf: file, encoding: .utf8)
            for match in sql.matches(of: /'([a-z_]+)\.([a-z_]+)'/) where !["app", "socialday"].contains(match.1) {
                found.insert("\(match.1).\(match.2)")
            }
        }
        return found
    }
}
