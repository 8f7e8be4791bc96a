import Postgres
import TestSupport
import Testing

@Suite("Prepared statements that have become stale, on the shared lane")
struct StaleStatementTests {
    /// Stale once its table has another column.
    private struct AllColumns: PostgresStatement {
        static let sql = "select * from item"
        static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
    }

    @Test("A prepared statement whose tables have changed shape is prepared anew, unnoticed")
    func stalePlans() async throws {
        try await withClient { client in
            try await run("create table item (id bigint); insert into item values (1)", on: client)
            for _ in 1...4 { #expect(try await client.execute(AllColumns()) == [1]) }
            try await run("alter table item add note text", on: client)
            for _ in 1...4 { #expect(try await client.execute(AllColumns()) == [1]) }
        }
    }

    @Test("It is, on every connection: a retry may meet one where it is stale as well")
    func stalePlansEverywhere() async throws {
        func start<Statement: PostgresStatement>(
            _ statement: Statement, on client: PostgresClient
        ) async throws -> Task<[Statement.Row], any Error> {
            let load = client.status.statementsInFlight + client.status.statementsWaiting
            let task = Task { try await client.execute(statement) }
            #expect(
                try await eventually {
                    client.status.statementsInFlight + client.status.statementsWaiting > load
                })
            return task
        }
        try await withClient {
            $0.pipelinedConnections = 2
            $0.maximumInFlight = 1
            $0.defaultDeadline = .seconds(60)
        } _: { client in
            try await run("create table item (id bigint); insert into item values (1)", on: client)
            #expect(try await eventually { client.status.connections == 2 })
            let busy = try await whileLocked(client) {
                let busy = try await start(WaitForLock(), on: client)
                #expect(try await client.execute(AllColumns()) == [1])
                return busy
            }
            _ = try await busy.value
            #expect(try await client.execute(AllColumns()) == [1])

            // On the first connection; when it fails, another takes that, and it is tried again on the second.
            try await whileLocked(client, lock: 1) {
                let stale = try await whileLocked(client, lock: 2) {
                    let stale = try await client.withSession { session in
                        try await session.transaction {
                            try await session.run(sqlScript: "alter table item add note text")
                            let stale = try await start(AllColumns(), on: client)
                            _ = try await start(WaitForLock(lock: 2), on: client)
                            _ = try await start(WaitForLock(lock: 1), on: client)
                            return stale
                        }
                    }
                    #expect(try await eventually { try await self.lockWaiters(client) == [2] })
                    #expect(try await eventually { client.status.statementsWaiting == 1 })
                    return stale
                }
                #expect(try await stale.value == [1])
            }
        }
    }

    /// How many statements wait for locks of this database.
    private func lockWaiters(_ client: PostgresClient) async throws -> [Int] {
        struct Waiters: PostgresStatement {
            static let sql = """
                select count(*) from pg_locks
                where locktype = 'advisory' and not granted
                    and database = (select oid from pg_database where datname = current_database())
                """
            static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
        }
        return try await client.withSession { try await $0.execute(Waiters()) }
    }
}
