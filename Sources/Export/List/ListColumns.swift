internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// How the columns of a list are filled: from the session, which is the same for many rows, or from the sign-up.
struct ListColumns {
    /// Where a column's value comes from: a number is the value's place among the fields that are read.
    enum Source {
        case session
        case reference(Int)
        case status(Int)
        case number(Int)
        case instant(Int)
        case text(Int)
    }

    let columns: [ExportColumn]
    let sources: [Source]

    /// - Parameter fields: what is read of each sign-up; these columns' are among them.
    init(_ columns: [ExportColumn], in fields: [ExportField]) {
        self.columns = columns
        sources = columns.map { column in
            guard let field = column.field, let place = fields.firstIndex(of: field) else { return .session }
            return Source(field, at: place)
        }
    }

    /// What has to be read of each sign-up to fill columns.
    static func fields(of columns: [ExportColumn]) -> [ExportField] {
        let wanted = Set(columns.compactMap(\.field))
        return ExportField.allCases.filter(wanted.contains)
    }
}

extension ListColumns.Source {
    fileprivate init(_ field: ExportField, at place: Int) {
        switch field {
        case .signUp: self = .reference(place)
        case .status: self = .status(place)
        default:
            switch field.form {
            case .integer, .longInteger: self = .number(place)
            case .instant: self = .instant(place)
            case .text: self = .text(place)
            }
        }
    }
}

/// What a session gives to all rows of its list.
enum SessionValue {
    /// Programs get the French one.
    case text(Localized)
    /// Seconds since 1970.
    case instant(Int)
}

extension ExportColumn {
    fileprivate var field: ExportField? {
        switch self {
        case .session, .title, .startsAt, .endsAt, .venue, .room, .host: nil
        case .reference: .signUp
        case .name: .name
        case .email: .email
        case .telephone: .telephone
        case .places: .places
        case .status: .status
        case .position: .position
        case .queueNumber: .queueNumber
        case .language: .language
        case .madeBy: .route
        case .signedUpAt: .signedUpAt
        case .needs: .needs
        case .needsNote: .needsNote
        }
    }

    /// `nil` for what comes from the sign-up.
    func value(of session: ExportedSession) -> SessionValue? {
        switch self {
        case .session: .text(Localized(french: session.slug, english: session.slug))
        case .title: .text(session.title)
        case .startsAt: .instant(Int(session.startsAt.timeIntervalSince1970.rounded(.down)))
        case .endsAt: .instant(Int(session.endsAt.timeIntervalSince1970.rounded(.down)))
        case .venue: .text(Localized(french: session.venue, english: session.venue))
        case .room: .text(Localized(french: session.room, english: session.room))
        case .host: .text(Localized(french: session.host, english: session.host))
        default: nil
        }
    }
}
