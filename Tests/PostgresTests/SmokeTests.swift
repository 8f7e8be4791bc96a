import Foundation
import Logging
import Postgres
import TestSupport
import Testing

struct Add: PostgresStatement {
    static let sql = "select $1 + $2, $3, now()"
    var a: Int, b: Int, t: String?
    func bind(_ p: inout PostgresParameters) {
        p.append(a)
        p.append(b)
        p.append(t)
    }
    static func decode(_ row: inout PostgresRow) throws -> (Int, String?, Date) {
        (try row.decode(), try row.decode(), try row.decode())
    }
}

@Suite struct Smoke {
    @Test func `it works`() async throws {
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                let rows = try await session.execute(Add(a: 1, b: 2, t: nil))
                print(rows)
                try await session.transaction {
                    print(try await session.execute(Add(a: 1, b: 2, t: "x")))
                }
            }
            let client = PostgresClient(configuration, logger: TestDatabase.quietLogger)
            let run = Task { try await client.run() }
            print(try await client.execute(Add(a: 4, b: 5, t: "hé")))
            let c = ContinuousClock()
            let n = 2000
            let t = try await c.measure { for i in 0..<n { _ = try await client.execute(Add(a: 4, b: i, t: "hé")) } }
            print("sequential", t / n)
            let t2 = try await c.measure {
                try await withThrowingTaskGroup { g in
                    for i in 0..<n { g.addTask { _ = try await client.execute(Add(a: 4, b: i, t: "hé")) } }
                    try await g.waitForAll()
                }
            }
            print("parallel", t2 / n)
            run.cancel()
            try await run.value
            print("drained")
        }
    }
}
