public import Foundation
internal import Postgres
public import Registration

/// Somebody in a session's list.
public struct SessionPerson: Sendable {
    public let signUp: Int64
    public let person: Int64
    public let name: String
    public let email: String?
    public let telephone: TelephoneNumber?
    public let places: Int
    public let status: SignUp.Status
    public let position: Int?
    public let signedUpAt: Date
}

/// In which order a session's people are listed.
public enum PeopleOrder: String, CaseIterable, Hashable, Sendable {
    case name, latest, queue
}

/// `api.session_people`
struct SessionPeopleStatement: PostgresStatement {
    static let sql = """
        select found, sign_up_id, attendee_id, name, email, telephone, places, status, "position", signed_up_at
        from api.session_people($1, $2, $3, $4, $5, $6)
        """

    let actor: StaffActor
    let session: Session.ID
    let statuses: [SignUp.Status]
    let order: PeopleOrder
    let most: Int
    let skip: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(session)
        parameters.append(statuses.map(\.rawValue))
        parameters.append(order.rawValue)
        parameters.append(Int32(most))
        parameters.append(Int32(skip))
    }

    static func decode(_ row: inout PostgresRow) throws -> (total: Int, person: SessionPerson) {
        (
            Int(try row.decode(Int32.self)),
            SessionPerson(
                signUp: try row.decode(Int64.self), person: try row.decode(Int64.self),
                name: try row.decode(String.self),
                email: try row.decode(String?.self),
                telephone: try row.decode(String?.self).map(TelephoneNumber.init(stored:)),
                places: Int(try row.decode(Int32.self)), status: try row.decodeAnswer(of: "api.session_people"),
                position: try row.decode(Int32?.self).map(Int.init), signedUpAt: try row.decode(Date.self))
        )
    }
}

/// Somebody on a waiting list, and why they wait.
public struct Waiter: Sendable {
    public enum Why: String, CaseIterable, Sendable {
        /// Nothing goes by the list any more.
        case closed
        /// They hold places at an overlapping time.
        case busy
        /// Places are free, and too few for their group.
        case tooMany = "too_many"
        case full
    }

    public let signUp: Int64
    public let person: Int64
    public let name: String
    public let places: Int
    public let position: Int
    public let signedUpAt: Date
    public let why: Why
    /// Where they hold places at an overlapping time.
    public let busyIn: (slug: String, title: Localized)?
    public let passedOverAt: Date?
    public let movedUpAt: Date?
    public let movedUpBecause: MoveUpReason?
}

/// `api.waiting_list`
struct WaitingListStatement: PostgresStatement {
    static let sql = """
        select sign_up_id, attendee_id, name, places, "position", signed_up_at, why, busy_slug, busy_title_fr,
            busy_title_en, passed_over_at, moved_up_at, moved_up_reason
        from api.waiting_list($1, $2)
        """

    let actor: StaffActor
    let session: Session.ID

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(session)
    }

    static func decode(_ row: inout PostgresRow) throws -> Waiter {
        Waiter(
            signUp: try row.decode(Int64.self), person: try row.decode(Int64.self), name: try row.decode(String.self),
            places: Int(try row.decode(Int32.self)), position: Int(try row.decode(Int32.self)),
            signedUpAt: try row.decode(Date.self), why: try row.decodeAnswer(of: "api.waiting_list"),
            busyIn: try busy(&row), passedOverAt: try row.decode(Date?.self), movedUpAt: try row.decode(Date?.self),
            movedUpBecause: try row.decode(String?.self).flatMap(MoveUpReason.init(rawValue:)))
    }

    private static func busy(_ row: inout PostgresRow) throws -> (slug: String, title: Localized)? {
        let slug = try row.decode(String?.self)
        let (french, english) = (try row.decode(String?.self), try row.decode(String?.self))
        return slug.map { ($0, Localized(french: french ?? $0, english: english ?? $0)) }
    }
}

/// `api.session_counts`
struct SessionCountsStatement: PostgresStatement {
    static let sql = """
        select id, slug, title_fr, title_en, theme, starts_at, ends_at, venue_slug, venue, room, capacity, confirmed,
            waiting, published, called_off, phase
        from api.session_counts($1)
        """

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> SessionCount {
        SessionCount(
            id: try row.decode(Int64.self), slug: try row.decode(String.self),
            title: try row.decodeLocalized(),
            theme: try row.decodeAnswer(of: "api.session_counts"), startsAt: try row.decode(Date.self),
            endsAt: try row.decode(Date.self), venueSlug: try row.decode(String.self),
            venue: try row.decode(String.self),
            room: try row.decode(String.self),
            tally: Tally(
                capacity: Int(try row.decode(Int32.self)), confirmed: Int(try row.decode(Int32.self)),
                waiting: Int(try row.decode(Int32.self))),
            isPublished: try row.decode(Bool.self), isCalledOff: try row.decode(Bool.self), phase: try phase(&row))
    }

    private static func phase(_ row: inout PostgresRow) throws -> Session.SignUpPhase {
        switch try row.decode(String.self) {
        case "open": .open
        case "not_yet_open": .notYetOpen
        default: .closed
        }
    }
}

/// `api.inside_now`
struct InsideNowStatement: PostgresStatement {
    static let sql = "select api.inside_now($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> Int? { try row.decode(Int32?.self).map(Int.init) }
}

/// `api.sign_up_days`
struct SignUpDaysStatement: PostgresStatement {
    static let sql = "select day, places from api.sign_up_days($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> (day: CalendarDay, places: Int) {
        (try CalendarDay(row.decode(PostgresDate.self)), Int(try row.decode(Int32.self)))
    }
}
