internal import Presentation
internal import Registration

/// Whom a list is for.
enum ListReader: Hashable, Sendable {
    /// Keys and codes, ISO 8601.
    case program
    /// Headings and words.
    case person(Language)
}

extension ListReader {
    func heading(of column: ExportColumn) -> String {
        switch self {
        case .program: column.rawValue
        case .person(let language): column.heading[language]
        }
    }

    func text(_ text: Localized) -> String {
        switch self {
        case .program: text.french
        case .person(let language): text[language]
        }
    }

    /// - Parameter code: of a sign-up's status; a program gets it as it is, and a person a word.
    func status(_ code: UnsafeBufferPointer<UInt8>) -> String {
        let code = String(decoding: code, as: UTF8.self)
        guard case .person(let language) = self, let status = SignUp.Status(rawValue: code) else { return code }
        return status.listed[language]
    }
}
