internal import Foundation
internal import Postgres
internal import Registration

/// What tickets show: of one sign-up, or of all under an attendee's address.
struct TicketStatement: PostgresStatement {
    static let sql = """
        select id, secret_version, status, name, places, "position", signed_up_at,
            session_id, slug, title_fr, title_en, summary_fr, summary_en, format, theme, host, host_legal_form,
            \(VenuesStatement.columns(prefix: "venue_")),
            room, starts_at, ends_at, capacity, language, sign_language, waiting_list, audience, sign_ups_open_at,
            sign_ups_close_at, cancelled,
            edition_id, first_day, last_day, time_zone, opens_at, closes_at, retention_months,
            waiting_retention_months
        from api.tickets($1, $2)
        """

    let signUp: Int64?
    let attendee: Int64?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(attendee)
    }

    static func decode(_ row: inout PostgresRow) throws -> HeldTicket {
        HeldTicket(
            id: try row.decode(Int64.self), secretVersion: Int(try row.decode(Int32.self)), status: try code(&row),
            name: try row.decode(String.self), places: Int(try row.decode(Int32.self)),
            position: try row.decode(Int32?.self).map(Int.init), signedUpAt: try row.decode(Date.self),
            session: try session(&row), edition: try edition(&row))
    }

    private static func session(_ row: inout PostgresRow) throws -> Session {
        Session(
            id: try row.decode(Int64.self), slug: try row.decode(String.self), title: try row.decodeLocalized(),
            summary: try row.decodeLocalized(), format: try code(&row), theme: try code(&row),
            host: Host(name: try row.decode(String.self), legalForm: try code(&row)),
            venue: try VenuesStatement.decode(&row),
            room: try row.decode(String.self), startsAt: try row.decode(Date.self), endsAt: try row.decode(Date.self),
            capacity: Int(try row.decode(Int32.self)), language: try code(&row),
            hasSignLanguage: try row.decode(Bool.self), hasWaitingList: try row.decode(Bool.self),
            audience: try row.decode(String?.self), signUpsOpenAt: try row.decode(Date.self),
            signUpsCloseAt: try row.decode(Date.self), isCancelled: try row.decode(Bool.self))
    }

    private static func edition(_ row: inout PostgresRow) throws -> Edition {
        Edition(
            id: try row.decode(Int64.self), firstDay: try CalendarDay(row.decode(PostgresDate.self)),
            lastDay: try CalendarDay(row.decode(PostgresDate.self)),
            timeZone: TimeZone(identifier: try row.decode(String.self)) ?? .gmt,
            signUpsOpenAt: try row.decode(Date?.self), signUpsCloseAt: try row.decode(Date?.self),
            duties: try duties(&row))
    }

    /// Of the organiser's duties, a ticket tells only how long it is kept.
    private static func duties(_ row: inout PostgresRow) throws -> Duties {
        var duties = Duties()
        duties.retentionMonths = Int(try row.decode(Int32.self))
        duties.waitingRetentionMonths = Int(try row.decode(Int32.self))
        return duties
    }

    private static func code<Code: RawRepresentable<String>>(_ row: inout PostgresRow) throws -> Code {
        try row.decodeAnswer(of: "api.tickets")
    }
}
