import Postgres
import TestSupport

/// A session as a test wants it, in a room of its own.
struct SessionPlan: Sendable {
    enum SignUps: String {
        case open, closed
        case notYetOpen = "not_yet_open"
    }

    static let morning = 600..<660
    /// Overlaps the morning and noon.
    static let lateMorning = 630..<690
    /// Touches the morning.
    static let noon = 660..<720
    static let afternoon = 780..<840

    /// In minutes of the day.
    var slot = morning
    var capacity = 2
    var roomCapacity = 20
    var waitingList = true
    var signUps = SignUps.open
    var isPublished = true
    var isCancelled = false
}

/// A day a month from now, in an edition of its own: one database holds as many as a test likes.
struct Day: Sendable {
    let edition: Int64
    /// In the order of their plans.
    let sessions: [Int64]

    static func make(_ plans: [SessionPlan], on database: PostgresSession) async throws -> Day {
        let rows = try await database.execute(MakeDay(plans: plans))
        return Day(edition: rows[0].edition, sessions: rows.map(\.session).sorted())
    }

    /// Runs `body` with a day in a database of its own.
    static func with(
        _ plans: [SessionPlan], isolation: isolated (any Actor)? = #isolation,
        _ body: (PostgresSession, Day) async throws -> Void
    ) async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                try await body(database, try await Day.make(plans, on: database))
            }
        }
    }
}

private struct MakeDay: PostgresStatement {
    static let sql = """
        with edition as (
            insert into app.edition (first_day, last_day, time_zone)
            select day, day, 'Europe/Paris' from (select (now() at time zone 'Europe/Paris')::date + 30 as day) d
            returning id, first_day::timestamp at time zone 'Europe/Paris' as midnight
        ), venue as (
            insert into app.venue (slug, name, address, postcode, city, arrondissement, latitude, longitude)
            select 'venue-' || id, 'Mairie', '1 rue de la Mairie', '75010', 'Paris', 10, 48.87, 2.36 from edition
            returning id
        ), host as (
            insert into app.host (name, legal_form) select 'Host ' || id, 'association' from edition
            returning id
        ), plan as (
            select * from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::bool[], $6::text[], $7::bool[], $8::bool[])
                with ordinality
                as x (starts, ends, capacity, room_capacity, waiting_list, sign_ups, is_published, is_cancelled, i)
        ), room as (
            insert into app.room (venue_id, name, capacity)
            select venue.id, 'Room ' || i, room_capacity from venue, plan
            returning id, name
        )
        insert into app.session (
            edition_id, room_id, room_capacity, host_id, slug, title_fr, title_en, summary_fr, summary_en, format,
            theme, starts_at, ends_at, capacity, waiting_list, sign_ups_open_at, sign_ups_close_at, published_at,
            cancelled_at)
        select edition.id, room.id, p.room_capacity, host.id, 'session-' || i, 'Atelier', 'Workshop', '', '',
            'workshop', 'care', midnight + make_interval(mins => p.starts), midnight + make_interval(mins => p.ends),
            p.capacity, p.waiting_list,
            case p.sign_ups when 'not_yet_open' then now() + interval '1 day' end,
            case p.sign_ups when 'closed' then now() - interval '1 minute' end,
            case when is_published then now() end, case when is_cancelled then now() end
        from edition, host, plan p
        join room on room.name = 'Room ' || p.i
        order by p.i
        returning edition_id, id
        """

    let plans: [SessionPlan]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(plans.map { Int32($0.slot.lowerBound) })
        parameters.append(plans.map { Int32($0.slot.upperBound) })
        parameters.append(plans.map { Int32($0.capacity) })
        parameters.append(plans.map { Int32($0.roomCapacity) })
        parameters.append(plans.map(\.waitingList))
        parameters.append(plans.map(\.signUps.rawValue))
        parameters.append(plans.map(\.isPublished))
        parameters.append(plans.map(\.isCancelled))
    }

    static func decode(_ row: inout PostgresRow) throws -> (edition: Int64, session: Int64) {
        (try row.decode(), try row.decode())
    }
}
