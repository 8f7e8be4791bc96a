import Postgres
import TestSupport
import Testing

@Suite("Sessions, on a real server")
struct SessionTests {
    @Test("A transaction that returns is committed, one that throws is rolled back")
    func transactions() async throws {
        struct Regret: Error {}
        try await withClient { client in
            try await run("create table item (id bigint)", on: client)
            try await client.withSession { session in
                try await session.transaction { try await session.execute(InsertItem(id: 1)) }
                await #expect(throws: Regret.self) {
                    try await session.transaction {
                        try await session.execute(InsertItem(id: 2))
                        throw Regret()
                    }
                }
                let level = try await session.transaction("isolation level serializable") {
                    try await session.execute(Setting(name: "transaction_isolation"))
                }
                #expect(level == ["serializable"])
                #expect(try await session.execute(CountItems()) == [1])
            }
        }
    }

    @Test("A transaction whose failure was swallowed is not reported as committed")
    func swallowedFailure() async throws {
        try await withClient { client in
            try await run("create table item (id bigint)", on: client)
            try await client.withSession { session in
                let error = try await postgresError {
                    try await session.transaction {
                        try await session.execute(InsertItem(id: 1))
                        _ = try? await session.execute(Divide(dividend: 1, divisor: 0))
                    }
                }
                #expect(error?.sqlState == "25P02")
                #expect(try await session.execute(CountItems()) == [0])
            }
        }
    }

    @Test("A transaction in a transaction is refused, instead of committing the outer one")
    func nested() async throws {
        try await withClient { client in
            try await client.withSession { session in
                let error = try await postgresError {
                    try await session.transaction { try await session.transaction {} }
                }
                #expect(error?.code == .misuse)
                #expect(try await session.execute(Echo(1)) == [1])
            }
        }
    }

    @Test("A second operation at the same time is refused")
    func oneAtATime() async throws {
        try await withClient { client in
            try await client.withSession { session in
                let process = try await session.execute(ServerProcess())
                let waiter = try await whileLocked(client) { () async throws in
                    let waiter = Task { try await session.execute(WaitForLock()) }
                    #expect(try await eventually { try await client.execute(IsLocked(process: process[0])) == [true] })
                    #expect(try await postgresError { try await session.execute(Echo(1)) }?.code == .misuse)
                    return waiter
                }
                #expect(try await waiter.value == [1])
            }
        }
    }

    @Test("What a session leaves behind is gone for the next: transaction, settings, role, locks, temporary tables")
    func resets() async throws {
        try await withClient {
            $0.exclusiveConnections = 1
            $0.role = "pg_monitor"
        } _: { client in
            let first = try await client.withSession { session in
                try await session.run(
                    sqlScript: """
                        reset role; create temporary table scratch (id int); listen news; set statement_timeout = '7s';
                        select pg_advisory_lock(7); prepare mine as select 1; begin; set local lock_timeout = '1s'
                        """)
                return try await session.execute(ServerProcess())
            }
            try await client.withSession { session in
                #expect(try await session.execute(ServerProcess()) == first)
                #expect(try await session.execute(Setting(name: "role")) == ["pg_monitor"])
                #expect(try await session.execute(Setting(name: "statement_timeout")) == ["0"])
                try await session.run(
                    sqlScript: """
                        do $$ begin
                            assert to_regclass('pg_temp.scratch') is null;
                            assert not exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid());
                            assert not exists (select from pg_listening_channels());
                        end $$
                        """)
            }
        }
    }

    @Test("A prepared statement that is gone, or whose tables have changed shape, is prepared anew, unnoticed")
    func stalePlans() async throws {
        struct AllColumns: PostgresStatement {
            static let sql = "select * from item"
            static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
        }
        try await withClient {
            $0.exclusiveConnections = 1
        } _: { client in
            try await run("create table item (id bigint); insert into item values (1)", on: client)
            try await client.withSession { session in
                for script in ["deallocate all", "alter table item add note text"] {
                    #expect(try await session.execute(AllColumns()) == [1])
                    #expect(try await session.execute(Echo(2)) == [2])
                    try await session.run(sqlScript: script)
                    #expect(try await session.execute(AllColumns()) == [1])
                    #expect(try await session.execute(Echo(2)) == [2])
                }
                try await session.run(sqlScript: "alter table item drop note")
                let error = try await postgresError {
                    try await session.transaction { _ = try await session.execute(AllColumns()) }
                }
                #expect(error?.sqlState == "0A000")
                for try await id in session.rows(of: AllColumns()) { #expect(id == 1) }
            }
        }
    }

    @Test("A session whose connection broke is thrown away, and the next gets a new one")
    func brokenSession() async throws {
        try await withClient {
            $0.exclusiveConnections = 1
        } _: { client in
            let error = try await postgresError {
                try await client.withSession { session in
                    let process = try await session.execute(ServerProcess())
                    try await session.transaction {
                        _ = try await client.execute(Terminate(process: process[0]))
                        try await session.execute(Sleep(seconds: 5))
                    }
                }
            }
            #expect(error?.code == .connectionLost && error?.isSafeToRetry == true)
            try await client.withSession { session async throws in
                #expect(try await session.execute(Echo(1)) == [1])
            }
        }
    }

    @Test("An idle connection that ended meanwhile is not lent")
    func idleConnectionEnds() async throws {
        try await withClient {
            $0.exclusiveConnections = 1
        } _: { client in
            let process = try await client.withSession { try await $0.execute(ServerProcess()) }
            _ = try await client.execute(Terminate(process: process[0]))
            #expect(try await eventually { try await client.execute(IsRunning(process: process[0])) == [false] })
            try await client.withSession { session async throws in
                #expect(try await session.execute(ServerProcess()) != process)
            }
        }
    }

    @Test("Waiting for a session is bounded in number")
    func poolBounds() async throws {
        try await withClient {
            $0.exclusiveConnections = 1
            $0.maximumWaitingSessions = 1
            $0.sessionWait = .seconds(60)
        } _: { client in
            try await withThrowingTaskGroup(of: PostgresError?.self) { group in
                try await client.withSession { _ in
                    // One of the two waits, whichever comes first, and the other one must not.
                    for _ in 1...2 {
                        group.addTask { try await postgresError { try await client.withSession { _ in } } }
                    }
                    let first = try await group.next() ?? nil
                    #expect(first?.code == .tooBusy && first?.isSafeToRetry == true)
                }
                let second = try await group.next() ?? nil
                #expect(second == nil)
            }
        }
    }

    @Test("Waiting for a session is bounded in time")
    func poolPatience() async throws {
        try await withClient {
            $0.exclusiveConnections = 1
            $0.sessionWait = .milliseconds(100)
        } _: { client in
            try await client.withSession { _ in
                let error = try await postgresError { try await client.withSession { _ in } }
                #expect(error?.code == .timedOut && error?.isSafeToRetry == true)
            }
            #expect(try await client.withSession { try await $0.execute(Echo(1)) } == [1])
        }
    }

    @Test("A cancelled wait for a session ends at once")
    func cancelledWait() async throws {
        try await withClient {
            $0.exclusiveConnections = 1
        } _: { client in
            try await client.withSession { _ in
                let waiter = Task { try await client.withSession { _ in } }
                try await Task.sleep(for: .milliseconds(50))
                waiter.cancel()
                #expect(try await postgresError { try await waiter.value }?.code == .cancelled)
            }
        }
    }

    @Test("Cancelling a task cancels its statement at the server, and the connection stays in use")
    func cancelling() async throws {
        try await withClient {
            $0.exclusiveConnections = 1
        } _: { client in
            let process = try await client.withSession { try await $0.execute(ServerProcess()) }
            let start = ContinuousClock.now
            let task = Task { try await client.withSession { try await $0.execute(Sleep(seconds: 30)) } }
            try await Task.sleep(for: .milliseconds(100))
            task.cancel()
            #expect(try await postgresError { _ = try await task.value }?.code == .cancelled)
            #expect(start.duration(to: .now) < .seconds(20))
            #expect(try await client.withSession { try await $0.execute(ServerProcess()) } == process)
        }
    }

    @Test("A cancelled transaction is rolled back")
    func cancelledTransaction() async throws {
        try await withClient {
            $0.exclusiveConnections = 1
        } _: { client in
            try await run("create table item (id bigint)", on: client)
            let task = Task {
                try await client.withSession { session in
                    try await session.transaction {
                        try await session.execute(InsertItem(id: 1))
                        try await session.execute(Sleep(seconds: 30))
                    }
                }
            }
            try await Task.sleep(for: .milliseconds(200))
            task.cancel()
            #expect(try await postgresError { _ = try await task.value }?.code == .cancelled)
            #expect(try await client.execute(CountItems()) == [0])
        }
    }

    @Test("Cancelled at any moment, a session's connection never cancels another's statement")
    func cancelRaces() async throws {
        try await withClient {
            $0.exclusiveConnections = 1
        } _: { client in
            for round in 0..<100 {
                let task = Task { try await client.withSession { try await $0.execute(Sleep(seconds: 0.002)) } }
                try await Task.sleep(for: .microseconds(round * 60))
                task.cancel()
                _ = await task.result
                #expect(try await client.withSession { try await $0.execute(Echo(round)) } == [round])
            }
        }
    }

    @Test("One connection can be had without a client")
    func withoutClient() async throws {
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session async throws in
                #expect(try await session.execute(Echo("x")) == ["x"])
            }
        }
    }
}
