import Foundation
import Postgres
import TestSupport

/// A database with two venues and somebody of each role, venue manager and door at the first of them; accounts have their
/// second factor, and a login that has just shown it.
struct StaffDatabase {
    let session: PostgresSession
    /// Actors by role; a steward's is a door.
    let actors: [String: String]
    let venues: [Int64]

    static func with(_ body: (StaffDatabase) async throws -> Void) async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                try await session.run(sqlScript: halls)
                let venues = try await session.execute(Venues())
                var actors: [String: String] = [:]
                for actor in try await session.execute(Actors()) { actors[actor.role] = actor.name }
                try await body(StaffDatabase(session: session, actors: actors, venues: venues))
            }
        }
    }

    /// The SQLSTATE that a script is refused with, and the constraint it names; nil where it is not.
    func refusal(of sql: String) async -> (state: String?, constraint: String?)? {
        do throws(PostgresError) {
            try await session.run(sqlScript: sql)
            return nil
        } catch {
            return (error.sqlState, error.constraint)
        }
    }

    /// Whether `app.require` refuses it.
    func isForbidden(_ sql: String) async -> Bool {
        let refusal = await refusal(of: sql)
        return refusal?.state == "42501" && refusal?.constraint == "staff_permission"
    }

    /// Every account has its second factor, and a login that has just shown it.
    static let wholeAccounts = """
        update app.account set factor_set_at = now();
        update app.login set proved_at = now(), ended_at = null;
        """

    private static let halls = """
        insert into app.edition (first_day, last_day, time_zone, is_current)
        values (current_date + 30, current_date + 30, 'Europe/Paris', true);
        insert into app.venue (slug, name, address, postcode, city, arrondissement, latitude, longitude)
        values ('own', 'Own', '1 rue', '75001', 'Paris', 1, 48, 2), ('foreign', 'Foreign', '2 rue', '75002', 'Paris', 2, 48, 2);
        select api.add_account('command', 'a@example.org', 'administrator', '{}', 'fr', null);
        select api.add_account('command', 'o@example.org', 'organiser', '{}', 'fr', null);
        select api.add_account('command', 'v@example.org', 'venue_manager', '{own}', 'fr', null);
        insert into app.login (account_id, hash, created_at, seen_at, proved_at)
        select id, sha256(id::text::bytea), now(), now(), now() from app.account;
        \(wholeAccounts)
        select api.open_door('command', 'own', null, current_date + 30);
        """

    private struct Venues: PostgresStatement {
        static let sql = "select id from app.venue order by id"

        static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
    }

    private struct Actors: PostgresStatement {
        static let sql = """
            select a.role, 'account:' || a.id from app.account a
            union all select 'steward', 'door:' || d.id from app.door_link d
            """

        static func decode(_ row: inout PostgresRow) throws -> (role: String, name: String) {
            (try row.decode(String.self), try row.decode(String.self))
        }
    }
}
