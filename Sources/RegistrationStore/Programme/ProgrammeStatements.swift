internal import Foundation
internal import Postgres
internal import Registration

struct CurrentEditionStatement: PostgresStatement {
    static let sql = "select \(EditionsStatement.columns) from api.current_edition"

    static func decode(_ row: inout PostgresRow) throws -> Edition { try Edition(&row) }
}

extension Edition {
    /// Reads `EditionsStatement.columns`.
    init(_ row: inout PostgresRow) throws {
        self.init(
            id: try row.decode(Int64.self), firstDay: try CalendarDay(row.decode(PostgresDate.self)),
            lastDay: try CalendarDay(row.decode(PostgresDate.self)),
            timeZone: TimeZone(identifier: try row.decode(String.self)) ?? .gmt,
            signUpsOpenAt: try row.decode(Date?.self), signUpsCloseAt: try row.decode(Date?.self),
            duties: try Duties(&row))
    }
}

struct ProgrammeStatement: PostgresStatement {
    static let sql = """
        select session_id, slug, title_fr, title_en, summary_fr, summary_en, format, theme, host, host_legal_form,
            \(VenuesStatement.columns(prefix: "venue_")),
            room, starts_at, ends_at, capacity, language, sign_language, waiting_list, audience,
            sign_ups_open_at, sign_ups_close_at, cancelled,
            calendar_sequence, updated_at, moved_from
        from api.programme
        order by starts_at, venue_arrondissement, venue_name, room, slug
        """

    static func decode(_ row: inout PostgresRow) throws -> Session {
        Session(
            id: try row.decode(Int64.self), slug: try row.decode(String.self), title: try row.decodeLocalized(),
            summary: try row.decodeLocalized(), format: try code(&row), theme: try code(&row),
            host: Host(name: try row.decode(String.self), legalForm: try code(&row)),
            venue: try VenuesStatement.decode(&row),
            room: try row.decode(String.self), startsAt: try row.decode(Date.self), endsAt: try row.decode(Date.self),
            capacity: Int(try row.decode(Int32.self)), language: try code(&row),
            hasSignLanguage: try row.decode(Bool.self), hasWaitingList: try row.decode(Bool.self),
            audience: try row.decode(String?.self), signUpsOpenAt: try row.decode(Date.self),
            signUpsCloseAt: try row.decode(Date.self), isCancelled: try row.decode(Bool.self),
            calendarSequence: Int(try row.decode(Int32.self)), updatedAt: try row.decode(Date.self),
            movedFrom: try row.decode(Date?.self))
    }

    private static func code<Code: RawRepresentable<String>>(_ row: inout PostgresRow) throws -> Code {
        try row.decodeAnswer(of: "api.programme")
    }
}

struct VenuesStatement: PostgresStatement {
    static let sql = "select \(columns(prefix: "")) from api.venues order by slug"

    static func columns(prefix: String) -> String {
        [
            "slug", "name", "address", "postcode", "city", "arrondissement", "latitude", "longitude",
            "wheelchair_accessible", "hearing_loop", "access_notes",
        ].map { prefix + $0 }.joined(separator: ", ")
    }

    static func decode(_ row: inout PostgresRow) throws -> Venue {
        Venue(
            slug: try row.decode(String.self), name: try row.decode(String.self), address: try row.decode(String.self),
            postcode: try row.decode(String.self), city: try row.decode(String.self),
            arrondissement: Int(try row.decode(Int16.self)), latitude: try row.decode(Double.self),
            longitude: try row.decode(Double.self), isWheelchairAccessible: try row.decode(Bool?.self),
            hasHearingLoop: try row.decode(Bool?.self), accessNotes: try row.decode(String?.self))
    }
}

/// The counters of every session: narrow rows, read up to four times a second.
struct TalliesStatement: PostgresStatement {
    static let sql = "select session_id, capacity, confirmed, waiting from api.tallies"

    static func decode(_ row: inout PostgresRow) throws -> (Session.ID, Tally) {
        (
            try row.decode(Int64.self),
            Tally(
                capacity: Int(try row.decode(Int32.self)), confirmed: Int(try row.decode(Int32.self)),
                waiting: Int(try row.decode(Int32.self)))
        )
    }
}
