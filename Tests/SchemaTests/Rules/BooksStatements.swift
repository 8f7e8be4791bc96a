import Postgres

// The statements behind `Books`. They ask the tables and none of our functions but the position, so that what they
// say can be held against what the functions did.

struct ReadSessions: PostgresStatement {
    static let sql = """
        select s.id, extract(epoch from s.starts_at)::bigint / 60, extract(epoch from s.ends_at)::bigint / 60,
            s.capacity, r.capacity, s.cancelled_at is not null,
            s.cancelled_at is null and clock_timestamp() < least(
                coalesce(s.sign_ups_close_at, s.starts_at - interval '1 hour'), e.closes_at),
            t.capacity, t.confirmed, t.waiting, t.next_queue_number
        from app.session s
        join app.edition e on e.id = s.edition_id
        join app.room r on r.id = s.room_id
        join app.session_tally t on t.session_id = s.id
        where s.edition_id = any ($1)
        order by s.id
        """

    let editions: [Int64]

    func bind(_ parameters: inout PostgresParameters) { parameters.append(editions) }

    static func decode(_ row: inout PostgresRow) throws -> Books.Session {
        Books.Session(
            id: try row.decode(), slot: try row.decode(Int.self)..<row.decode(Int.self), capacity: try row.decode(),
            roomCapacity: try row.decode(), isCancelled: try row.decode(), isOpen: try row.decode(),
            tally: .init(
                capacity: try row.decode(), confirmed: try row.decode(), waiting: try row.decode(),
                next: try row.decode()))
    }
}

struct ReadSignUps: PostgresStatement {
    static let sql = """
        select u.id, u.session_id, u.attendee_id, a.email, u.caller, coalesce(u.moved_up_from, u.queue_number), u.places,
            u.status,
            case u.status when 'waiting' then app.queue_position(u.session_id, u.queue_number) end, u.name,
            u.secret_version
        from app.session s
        join app.sign_up u on u.session_id = s.id
        join app.attendee a on a.id = u.attendee_id
        where s.edition_id = any ($1)
        order by u.id
        """

    let editions: [Int64]

    func bind(_ parameters: inout PostgresParameters) { parameters.append(editions) }

    static func decode(_ row: inout PostgresRow) throws -> Books.SignUp {
        Books.SignUp(
            id: try row.decode(), session: try row.decode(), attendee: try row.decode(), email: try row.decode(),
            caller: try row.decode(), number: try row.decode(), places: try row.decode(), status: try row.decode(),
            position: try row.decode(), name: try row.decode(), secretVersion: try row.decode())
    }
}

struct ReadLetters: PostgresStatement {
    static let sql = """
        select o.session_id, o.sign_up_id, o.attendee_id, o.kind, o.language
        from app.session s
        join app.outbox o on o.session_id = s.id
        where s.edition_id = any ($1)
        order by o.id
        """

    let editions: [Int64]

    func bind(_ parameters: inout PostgresParameters) { parameters.append(editions) }

    static func decode(_ row: inout PostgresRow) throws -> Books.Letter {
        Books.Letter(
            session: try row.decode(), signUp: try row.decode(), attendee: try row.decode(), kind: try row.decode(),
            language: try row.decode())
    }
}

struct ReadKeys: PostgresStatement {
    static let sql = """
        select k.session_id, k.request_key, k.caller, k.request_hash, k.outcome, k.sign_up_id, k.own, k.places,
            k.queue_position
        from app.session s
        join app.request_key k on k.session_id = s.id
        where s.edition_id = any ($1)
        order by k.session_id, k.caller, k.request_key
        """

    let editions: [Int64]

    func bind(_ parameters: inout PostgresParameters) { parameters.append(editions) }

    static func decode(_ row: inout PostgresRow) throws -> Books.Key {
        Books.Key(
            session: try row.decode(), key: try row.decode(), caller: try row.decode(), body: try row.decode(),
            answer: Answer(
                outcome: try row.decode(), signUp: try row.decode(), own: try row.decode(), places: try row.decode(),
                position: try row.decode()))
    }
}
