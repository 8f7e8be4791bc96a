import Postgres
import TestSupport
import Testing

@Suite("The shared lane, on a real server")
struct SharedLaneTests {
    @Test("Many tasks share few connections, and each gets its own answer")
    func manyTasks() async throws {
        try await withClient { client in
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<500 {
                    group.addTask { try await client.execute(Echo(number)) == [number] }
                }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(answers.count == 500 && answers.allSatisfy { $0 })
        }
    }

    @Test("A failing statement fails alone, with its SQLSTATE, among neighbours in the same pipeline")
    func errorsStayAlone() async throws {
        try await withClient {
            $0.pipelinedConnections = 1
        } _: { client in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        do {
                            return try await client.execute(Divide(dividend: number, divisor: number % 5)) == [
                                number / (number % 5)
                            ]
                        } catch let error as PostgresError {
                            return number % 5 == 0 && error.sqlState == "22012" && error.code == .server("22012")
                        }
                    }
                }
                for try await isRight in group { #expect(isRight) }
            }
            #expect(try await client.execute(CountPrepared()) == [1])
        }
    }

    @Test("An error that comes only at the commit is the statement's answer")
    func errorAtCommit() async throws {
        struct Break: PostgresStatement {
            static let sql = "insert into child values (1) returning parent"
            static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
        }
        try await withClient {
            $0.pipelinedConnections = 1
        } _: { client in
            try await run(
                """
                create table parent (id bigint primary key);
                create table child (parent bigint constraint child_parent references parent deferrable initially deferred)
                """, on: client)
            async let error = postgresError { _ = try await client.execute(Break()) }
            async let neighbour = client.execute(Echo(7))
            #expect(try await error?.sqlState == "23503")
            #expect(try await error?.constraint == "child_parent")
            #expect(try await neighbour == [7])
        }
    }

    @Test("A statement that can't be prepared fails alone, and works once it can")
    func preparingFails() async throws {
        try await withClient {
            $0.pipelinedConnections = 1
        } _: { client in
            #expect(try await postgresError { _ = try await client.execute(CountItems()) }?.sqlState == "42P01")
            #expect(try await client.execute(Echo(1)) == [1])
            try await run("create table item (id bigint)", on: client)
            #expect(try await client.execute(CountItems()) == [0])
        }
    }

    @Test("More parameters than a message can carry are refused before they are sent, and harm no neighbour")
    func tooManyParameters() async throws {
        struct Many: PostgresStatement {
            static let sql = "select 1"
            static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
            func bind(_ parameters: inout PostgresParameters) { for _ in 0...65_535 { parameters.append(true) } }
        }
        try await withClient {
            $0.pipelinedConnections = 1
        } _: { client in
            let neighbour = try await whileLocked(client) { () async throws in
                let neighbour = Task { try await client.execute(WaitForLock()) }
                #expect(try await eventually { client.status.statementsInFlight == 1 })
                #expect(try await postgresError { _ = try await client.execute(Many()) }?.code == .misuse)
                return neighbour
            }
            #expect(try await neighbour.value == [1])
        }
    }

    @Test("Megabytes go out and come back while others are served")
    func bigStatements() async throws {
        let big = String(repeating: "0123456789abcdef", count: 400_000)
        try await withClient {
            $0.pipelinedConnections = 1
        } _: { client in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask { try await client.execute(Echo(big)) == [big] }
                    group.addTask { try await client.execute(Echo(number)) == [number] }
                }
                for try await isSame in group { #expect(isSame) }
            }
        }
    }

    @Test("Cancelling a task lets it go at once and harms no neighbour; its statement is still done")
    func cancelling() async throws {
        struct WaitAndInsert: PostgresStatement {
            static let sql = "insert into item select 1 from pg_advisory_xact_lock_shared(1)"
            typealias Row = Void
        }
        try await withClient {
            $0.pipelinedConnections = 1
        } _: { client in
            try await run("create table item (id bigint)", on: client)
            let neighbour = try await whileLocked(client) {
                let cancelled = Task { try await client.execute(WaitAndInsert()) }
                #expect(try await eventually { client.status.statementsInFlight == 1 })
                let neighbour = Task { try await client.execute(Echo(5)) }
                cancelled.cancel()
                let error = try await postgresError { _ = try await cancelled.value }
                #expect(error?.code == .cancelled && error?.isSafeToRetry == false)
                return neighbour
            }
            #expect(try await neighbour.value == [5])
            #expect(try await client.execute(CountItems()) == [1])
        }
    }

    @Test("What a task cancelled before it began asks for is not sent")
    func cancelledBefore() async throws {
        try await withClient { client in
            try await run("create table item (id bigint)", on: client)
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                _ = try await client.execute(InsertItem(id: 1))
            }
            let error = try await postgresError { try await task.value }
            #expect(error?.code == .cancelled && error?.isSafeToRetry == true)
            #expect(try await client.execute(CountItems()) == [0])
        }
    }

    @Test("Past the bounds a statement is refused at once")
    func tooBusy() async throws {
        try await withClient {
            $0.pipelinedConnections = 1
            $0.maximumInFlight = 1
            $0.maximumWaiting = 2
        } _: { client in
            _ = try await client.execute(Echo(0))
            let others = try await whileLocked(client) {
                let others = (1...3).map { _ in Task { try await client.execute(WaitForLock()) } }
                #expect(try await eventually { client.status.statementsWaiting == 2 })
                let error = try await postgresError { _ = try await client.execute(Echo(1)) }
                #expect(error?.code == .tooBusy && error?.isSafeToRetry == true)
                return others
            }
            for other in others { #expect(try await other.value == [1]) }
        }
    }

    @Test("A deadline ends the wait, and tells whether the statement was under way")
    func deadlines() async throws {
        try await withClient {
            $0.pipelinedConnections = 1
            $0.maximumInFlight = 1
        } _: { client in
            _ = try await client.execute(Echo(0))
            try await whileLocked(client) {
                let sent = Task { try await client.execute(WaitForLock(), deadline: .milliseconds(200)) }
                #expect(try await eventually { client.status.statementsInFlight == 1 })
                let waiting = try await postgresError {
                    _ = try await client.execute(Echo(1), deadline: .milliseconds(50))
                }
                #expect(waiting?.code == .timedOut && waiting?.isSafeToRetry == true)
                let underWay = try await postgresError { _ = try await sent.value }
                #expect(underWay?.code == .timedOut && underWay?.isSafeToRetry == false)
            }
            #expect(try await client.execute(Echo(2)) == [2])
        }
    }

    @Test("COPY, which a pipeline can't carry, is an error; the lane goes on")
    func copyIsRefused() async throws {
        struct Copy: PostgresStatement {
            static let sql = "copy (select 1) to stdout"
            typealias Row = Void
        }
        try await withClient { client async throws in
            #expect(try await postgresError { _ = try await client.execute(Copy()) }?.code == .unknownOutcome)
            #expect(try await client.execute(Echo(1)) == [1])
        }
    }

    @Test("A decoder that does not fit is an error, and the connection goes on")
    func decoderThrows() async throws {
        struct Refuse: PostgresStatement {
            struct No: Error {}
            static let sql = "select 'secret'"
            static func decode(_ row: inout PostgresRow) throws -> Int { throw No() }
        }
        try await withClient { client in
            let error = try await postgresError { _ = try await client.execute(Refuse()) }
            #expect(error?.code == .decoding)
            #expect(try await client.execute(Echo(1)) == [1])
        }
    }

    @Test("Cancelling `run` lets what is under way finish, and refuses what comes after")
    func draining() async throws {
        try await TestDatabase.withEmpty { configuration in
            let client = PostgresClient(configuration, logger: TestDatabase.quietLogger)
            let run = Task { try await client.run() }
            _ = try await client.execute(Echo(0))
            let last = try await whileLocked(client) { () async throws in
                let last = Task { try await client.execute(WaitForLock()) }
                #expect(try await eventually { client.status.statementsInFlight == 1 })
                run.cancel()
                return last
            }
            #expect(try await last.value == [1])
            try await run.value
            #expect(try await postgresError { _ = try await client.execute(Echo(1)) }?.code == .notConnected)
            #expect(!client.isConnected)
        }
    }

    @Test("A description names SQLSTATE and constraint, never a value")
    func descriptions() async throws {
        try await withClient { client in
            try await run("create table item (id bigint constraint item_key primary key)", on: client)
            _ = try await client.execute(InsertItem(id: 4242))
            let error = try await postgresError { _ = try await client.execute(InsertItem(id: 4242)) }
            #expect(error?.constraint == "item_key" && error?.detail?.contains("4242") == true)
            #expect(error.map { "\($0)" } == "PostgreSQL refused (23505), constraint item_key")
        }
    }
}
