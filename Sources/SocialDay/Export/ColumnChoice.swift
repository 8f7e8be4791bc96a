internal import ArgumentParser
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The columns that a command was told.
struct ColumnChoice {
    private let text: String

    init(_ text: String) { self.text = text }

    /// - Throws: `ValidationError` where it is neither a list of keys nor the name of a choice.
    func columns(in database: ExportDatabase) async throws -> [ExportColumn] {
        switch text {
        case "door": return ExportColumn.atTheDoor
        case "everyday": return ExportColumn.everyday
        case "all": return ExportColumn.allCases
        default: break
        }
        let saved = try await database.choices().first { $0.name == text }
        let keys = saved?.columns ?? text.split(separator: ",").map(String.init)
        let columns = keys.compactMap(ExportColumn.init(rawValue:))
        guard columns.count == keys.count, Set(columns).count == columns.count, !columns.isEmpty else {
            throw ValidationError(
                "--columns '\(text)' is neither a saved choice nor made of these, each once: "
                    + ExportColumn.allCases.map(\.rawValue).joined(separator: ","))
        }
        return columns
    }
}
