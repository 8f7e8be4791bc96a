import Postgres
import TestSupport
import Testing

@Suite("Faults between client and server")
struct FaultTests {
    private func withProxy(
        _ change: (inout PostgresConfiguration) -> Void = { _ in },
        _ body: (PostgresClient, FaultProxy, PostgresConfiguration) async throws -> Void
    ) async throws {
        try await TestDatabase.withEmpty { direct in
            try await PostgresSession.with(direct, logger: TestDatabase.quietLogger) { session in
                try await session.run(sqlScript: "create table item (id bigint)")
            }
            try await FaultProxy.with(before: direct) { proxy, configuration in
                var configuration = configuration
                configuration.pipelinedConnections = 1
                change(&configuration)
                try await running(configuration) { try await body($0, proxy, direct) }
            }
        }
    }

    private func count(_ direct: PostgresConfiguration) async throws -> Int {
        try await PostgresSession.with(direct, logger: TestDatabase.quietLogger) { try await $0.execute(CountItems()) }[
            0]
    }

    @Test("Cut before the request arrives: nothing was done, and the client does not claim to know")
    func cutBeforeRequest() async throws {
        try await withProxy { client, proxy, direct in
            _ = try await client.execute(Echo(0))
            proxy.fault = .cutBeforeRequest
            let error = try await postgresError { _ = try await client.execute(InsertItem(id: 1)) }
            #expect(error?.code == .unknownOutcome && error?.isSafeToRetry == false)
            #expect(try await count(direct) == 0)
            _ = try await client.execute(InsertItem(id: 2))
            #expect(try await count(direct) == 1)
        }
    }

    @Test("Cut before the reply comes back: it was done, and the outcome is reported as unknown")
    func cutBeforeReply() async throws {
        try await withProxy { client, proxy, direct in
            _ = try await client.execute(Echo(0))
            proxy.fault = .cutBeforeReply
            let error = try await postgresError { _ = try await client.execute(InsertItem(id: 1)) }
            #expect(error?.code == .unknownOutcome && error?.isSafeToRetry == false)
            #expect(try await count(direct) == 1)
        }
    }

    @Test("Cut after the reply: the answer stands, and the next statement finds a new connection")
    func cutAfterReply() async throws {
        try await withProxy { client, proxy, direct in
            _ = try await client.execute(Echo(0))
            proxy.fault = .cutAfterReply
            _ = try await client.execute(InsertItem(id: 1))
            #expect(try await eventually { client.status.lastFailure != nil || client.isConnected })
            #expect(try await eventually { (try? await client.execute(Echo(1))) == [1] })
            #expect(try await count(direct) == 1)
        }
    }

    @Test("Statements that wait for a place are not lost with the connection")
    func waitersSurvive() async throws {
        try await withProxy {
            $0.maximumInFlight = 1
        } _: { client, proxy, direct in
            _ = try await client.execute(Echo(0))
            proxy.fault = .cutBeforeReply
            let outcomes = await withTaskGroup(of: PostgresError?.self) { group in
                for id in 0..<20 {
                    group.addTask { try? await postgresError { _ = try await client.execute(InsertItem(id: id)) } }
                }
                return await group.reduce(into: [PostgresError?]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0?.code == .unknownOutcome } == 1)
            #expect(outcomes.count { $0 == nil } == 19)
            #expect(try await count(direct) == 20)
        }
    }

    @Test("A stalled network: the deadline ends the wait, silence ends the connection, and it heals by itself")
    func stall() async throws {
        try await withProxy {
            $0.silenceLimit = .milliseconds(500)
        } _: { client, proxy, _ in
            _ = try await client.execute(Echo(0))
            proxy.fault = .stall
            let late = try await postgresError { _ = try await client.execute(Echo(1), deadline: .milliseconds(200)) }
            #expect(late?.code == .timedOut && late?.isSafeToRetry == false)
            let silent = try await postgresError { _ = try await client.execute(Echo(1)) }
            #expect(silent?.code == .unknownOutcome || silent?.code == .notConnected)
            proxy.fault = .none
            #expect(try await eventually { (try? await client.execute(Echo(2))) == [2] })
        }
    }

    @Test("While the server is away statements are told so within the wait; it heals by itself soon after")
    func down() async throws {
        try await withProxy {
            $0.connectionWait = .milliseconds(100)
        } _: { client, proxy, _ in
            #expect(try await eventually { client.isConnected })
            proxy.fault = .down
            #expect(try await eventually { !client.isConnected })
            let error = try await postgresError { _ = try await client.execute(Echo(1)) }
            #expect(error?.code == .notConnected && error?.isSafeToRetry == true)
            proxy.fault = .none
            let start = ContinuousClock.now
            #expect(try await eventually { (try? await client.execute(Echo(2))) == [2] })
            #expect(start.duration(to: .now) < .seconds(10))
        }
    }

    @Test("Connections are not made faster than the back-off allows")
    func backOff() async throws {
        try await withProxy {
            $0.reconnectDelay = .milliseconds(100)...(.milliseconds(400))
        } _: { _, proxy, _ in
            proxy.fault = .down
            let before = proxy.accepted
            let start = ContinuousClock.now
            try await Task.sleep(for: .seconds(1))
            #expect(Double(proxy.accepted - before) <= 12 * (start.duration(to: .now) / .seconds(1)))
        }
    }

    @Test("What succeeded was done once and what failed at most once, whatever the moment of the cut")
    func randomCuts() async throws {
        try await withProxy {
            $0.reconnectDelay = .milliseconds(5)...(.milliseconds(20))
        } _: { client, proxy, direct in
            var generator = SplitMix64(state: 1)
            let faults: [FaultProxy.Fault] = [.cutBeforeRequest, .cutBeforeReply, .cutAfterReply]
            var succeeded: Set<Int> = []
            var unknown: Set<Int> = []
            for round in 0..<40 {
                #expect(try await eventually { (try? await client.execute(Echo(0))) == [0] })
                proxy.fault = faults.randomElement(using: &generator) ?? .none
                await withTaskGroup(of: (Int, PostgresError?).self) { group in
                    for id in round * 10..<round * 10 + 10 {
                        group.addTask {
                            (id, try? await postgresError { _ = try await client.execute(InsertItem(id: id)) })
                        }
                    }
                    for await (id, error) in group {
                        if error == nil { succeeded.insert(id) }
                        if error?.isSafeToRetry == false { unknown.insert(id) }
                    }
                }
            }
            struct Items: PostgresStatement {
                static let sql = "select id from item"
                static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
            }
            let done = try await PostgresSession.with(direct, logger: TestDatabase.quietLogger) {
                try await $0.execute(Items())
            }
            #expect(Set(done).count == done.count)
            #expect(succeeded.isSubset(of: done))
            #expect(Set(done).isSubset(of: succeeded.union(unknown)))
            #expect(!unknown.isEmpty)
        }
    }

    @Test(
        "A session cut in the middle of a transaction says that nothing of it remains; in its commit, that nobody knows"
    )
    func cutTransactions() async throws {
        try await withProxy { client, proxy, direct in
            let inside = try await postgresError {
                try await client.withSession { session in
                    try await session.transaction {
                        proxy.fault = .cutBeforeReply
                        try await session.execute(InsertItem(id: 1))
                    }
                }
            }
            #expect(inside?.code == .connectionLost && inside?.isSafeToRetry == true)
            #expect(try await count(direct) == 0)
            let atCommit = try await postgresError {
                try await client.withSession { session in
                    try await session.transaction {
                        try await session.execute(InsertItem(id: 1))
                        proxy.fault = .cutBeforeReply
                    }
                }
            }
            #expect(atCommit?.code == .unknownOutcome && atCommit?.isSafeToRetry == false)
            #expect(try await count(direct) == 1)
        }
    }

    @Test("A session that does not answer a cancellation is given up in time")
    func stalledCancel() async throws {
        try await withProxy {
            $0.cancelLimit = .milliseconds(300)
        } _: { client, proxy, _ in
            let task = Task { try await client.withSession { try await $0.execute(Sleep(seconds: 30)) } }
            try await Task.sleep(for: .milliseconds(300))
            proxy.fault = .stall
            let start = ContinuousClock.now
            task.cancel()
            #expect(try await postgresError { _ = try await task.value } != nil)
            #expect(start.duration(to: .now) < .seconds(10))
            proxy.fault = .none
        }
    }

    @Test("A cancel request that nobody answers holds up no task whose statement has ended")
    func unansweredCancel() async throws {
        try await withProxy {
            $0.cancelLimit = .milliseconds(300)
        } _: { client, proxy, _ in
            let process = try await client.withSession { try await $0.execute(ServerProcess()) }
            let task = try await whileLocked(client) { () async throws in
                let task = Task { try await client.withSession { try await $0.execute(WaitForLock()) } }
                #expect(try await eventually { try await client.execute(IsLocked(process: process[0])) == [true] })
                proxy.fault = .deaf
                let before = proxy.accepted
                task.cancel()
                #expect(try await eventually { proxy.accepted > before })
                return task
            }
            await withTaskGroup { group in
                group.addTask {
                    _ = await task.result
                    return true
                }
                group.addTask {
                    try? await Task.sleep(for: .seconds(20))
                    return false
                }
                #expect(await group.next() == true)
                group.cancelAll()
                proxy.fault = .none
            }
        }
    }

    @Test("An idle connection whose server has said farewell is not lent, though the line is still open")
    func farewell() async throws {
        try await withProxy {
            $0.exclusiveConnections = 1
        } _: { client, proxy, direct in
            let process = try await client.withSession { try await $0.execute(ServerProcess()) }
            proxy.fault = .untoldEnd
            try await PostgresSession.with(direct, logger: TestDatabase.quietLogger) {
                _ = try await $0.execute(Terminate(process: process[0]))
            }
            #expect(try await eventually { proxy.untoldEnds == 1 })
            try await client.withSession { session async throws in
                #expect(try await session.execute(ServerProcess()) != process)
            }
        }
    }
}
