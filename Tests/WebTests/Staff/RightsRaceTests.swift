import Foundation
import HTTPTypes
import Hummingbird
import Postgres
import Registration
import RegistrationStore
import TestSupport
import Testing

@testable import Web

@Suite("Rights that change while they are used")
struct RightsRaceTests {
    @Test("Whoever was demoted while their change waited changes nothing")
    func demotedMeanwhile() async throws {
        try await StaffHouse.with { house in
            let demoted = house.accounts[.administrator] ?? UUID()
            let victim = house.accounts[.organiser] ?? UUID()
            _ = try await house.cookie(of: .administrator)
            try await PostgresSession.with(house.database, logger: TestDatabase.quietLogger) { session in
                try await session.run(sqlScript: "begin; select pg_advisory_xact_lock(1936487015, 0)")
                let change = Task { try await house.store.disableAccount(victim, true, actor: .account(demoted)) }
                // Until it waits for the lock.
                #expect(try await eventually { try await session.execute(Waiting())[0] > 0 })
                try await session.run(
                    sqlScript: "update app.account set role = 'organiser' where id = '\(demoted)'; commit")
                await #expect(throws: StoreError.self) { _ = try await change.value }
            }
            let cookie = try await house.cookie(of: .organiser)
            #expect(try await house.ask("GET /staff", cookie: cookie).status == .ok)
        }
    }

    @Test("Two administrators who shut each other out at once leave one")
    func eachOther() async throws {
        try await StaffHouse.with { house in
            let first = house.accounts[.administrator] ?? UUID()
            let second = house.accounts[.organiser] ?? UUID()
            for _ in 0..<5 {
                try await house.run(
                    "update app.account set role = 'administrator', disabled_at = null, password = 'set'")
                _ = try await (house.cookie(of: .administrator), house.cookie(of: .organiser))
                async let one = try? house.store.disableAccount(second, true, actor: .account(first))
                async let other = try? house.store.disableAccount(first, true, actor: .account(second))
                let done = await [one, other].filter { $0 == .done }
                #expect(done.count == 1)
            }
        }
    }

    private struct Waiting: PostgresStatement {
        static let sql = """
            select count(*) from pg_locks l
            where l.locktype = 'advisory' and l.classid = 1936487015 and not l.granted
                and l.database = (select d.oid from pg_database d where d.datname = current_database())
            """

        static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
    }
}
