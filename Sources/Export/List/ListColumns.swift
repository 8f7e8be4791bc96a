internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// How the columns of a list are filled: from the session, which is the same for many rows, or from the sign-up.
struct ListColumns {
    private enum Source {
        case session
        /// Its place among the fields that are read.
        case field(Int)
    }

    let columns: [ExportColumn]
    /// What has to be read of each sign-up.
    let fields: [ExportField]
    private let sources: [Source]

    init(_ columns: [ExportColumn]) {
        var fields: [ExportField] = []
        sources = columns.map { column in
            guard let field = column.field else { return .session }
            fields.append(field)
            return .field(fields.count - 1)
        }
        self.columns = columns
        self.fields = fields
    }

    /// The row's values that come from its session; the others are empty.
    func template(for session: ExportedSession) -> [ListValue] { columns.map { $0.value(of: session) } }

    /// Puts what was read of a sign-up into a session's template.
    func fill(_ row: inout [ListValue], with read: [ListValue]) {
        for (index, source) in sources.enumerated() {
            if case .field(let place) = source { row[index] = columns[index].listed(read[place]) }
        }
    }
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

    fileprivate func value(of session: ExportedSession) -> ListValue {
        switch self {
        case .session: ListValue(session.slug)
        case .title:
            .localized(french: ArraySlice(session.title.french.utf8), english: ArraySlice(session.title.english.utf8))
        case .startsAt: .instant(Int(session.startsAt.timeIntervalSince1970.rounded(.down)))
        case .endsAt: .instant(Int(session.endsAt.timeIntervalSince1970.rounded(.down)))
        case .venue: ListValue(session.venue)
        case .room: ListValue(session.room)
        case .host: ListValue(session.host)
        default: .empty
        }
    }

    /// What a list shows of a field that was read.
    fileprivate func listed(_ read: ListValue) -> ListValue {
        switch (self, read) {
        case (.reference, .number(let id)): ListValue(Reference(signUp: Int64(id)).description)
        case (.status, .text(let code)):
            .status(SignUp.Status(rawValue: String(decoding: code, as: UTF8.self)) ?? .confirmed)
        default: read
        }
    }
}
