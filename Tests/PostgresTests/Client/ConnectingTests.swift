import Postgres
import PostgresServer
import TestSupport
import Testing

@Suite("Connecting")
struct ConnectingTests {
    @Test(
        "A connection string that can't be read is an error that says why, without the password",
        arguments: [
            "nonsense", "hots=localhost", "host=", "postgresql://user:hunter2@[::1/db",
            "postgresql://u:hunter2@h/db?what=1",
        ])
    func badStrings(text: String) {
        do {
            let configuration = try PostgresConfiguration(connectionString: text)
            #expect(configuration.database == nil && text == "host=")
        } catch {
            #expect(error.code == .invalidConfiguration)
            #expect(!"\(error)".contains("hunter2") && !String(reflecting: error).contains("hunter2"))
        }
    }

    @Test("Without a server, a statement and a session say so in time, and why")
    func noServer() async throws {
        var configuration = try PostgresConfiguration(connectionString: "host=/nowhere dbname=x user=x")
        configuration.connectionWait = .milliseconds(100)
        try await running(configuration) { client in
            #expect(try await eventually { client.status.lastFailure != nil })
            let error = try await postgresError { _ = try await client.execute(Echo(1)) }
            #expect(error?.code == .notConnected && error?.isSafeToRetry == true)
            #expect(error?.description.contains("/nowhere") == true)
            let session = try await postgresError { try await client.withSession { _ in } }
            #expect(session?.code == .notConnected)
            #expect(!client.isConnected && client.status.lastFailure != nil)
        }
    }

    @Test("Of several hosts the first that answers is taken")
    func severalHosts() async throws {
        try await TestDatabase.withEmpty { configuration in
            try await FaultProxy.with(before: configuration) { proxy, _ in
                let several = try PostgresConfiguration(
                    connectionString: "host=127.0.0.1,127.0.0.1 port=1,\(proxy.port) user=postgres sslmode=disable "
                        + "gssencmode=disable target_session_attrs=read-write dbname=\(configuration.database ?? "")")
                try await running(several) { client async throws in #expect(try await client.execute(Echo(1)) == [1]) }
            }
        }
    }

    @Test("A server that isn't of the kind asked for is not taken")
    func targetSession() async throws {
        try await TestDatabase.withEmpty { configuration in
            let server = try await FaultProxy.with(before: configuration) { proxy, _ in
                try PostgresConfiguration(
                    connectionString:
                        "host=127.0.0.1 port=\(proxy.port) user=postgres sslmode=disable gssencmode=disable "
                        + "target_session_attrs=standby dbname=\(configuration.database ?? "")")
            }
            let error = try await postgresError {
                try await PostgresSession.with(server, logger: TestDatabase.quietLogger) { _ in }
            }
            #expect(error?.code == .notConnected)
        }
    }

    @Test("Settings and the role are in force on both lanes, with their spaces and backslashes")
    func settings() async throws {
        try await withClient {
            $0.settings = ["statement_timeout": "4s", "test.text": #"a b\c 'd"#]
            $0.exclusiveSettings = ["statement_timeout": "1min"]
            $0.role = "pg_monitor"
        } _: { client in
            #expect(try await client.execute(Setting(name: "statement_timeout")) == ["4s"])
            #expect(try await client.execute(Setting(name: "test.text")) == [#"a b\c 'd"#])
            #expect(try await client.execute(Setting(name: "role")) == ["pg_monitor"])
            try await client.withSession { session async throws in
                #expect(try await session.execute(Setting(name: "statement_timeout")) == ["1min"])
                #expect(try await session.execute(Setting(name: "role")) == ["pg_monitor"])
            }
        }
    }

    @Test("Connecting to a server that never answers harms no other task")
    func stalledServer() async throws {
        try await TestDatabase.withEmpty { configuration in
            try await FaultProxy.with(before: configuration) { proxy, throughProxy async throws in
                proxy.fault = .stall
                let stalled = (1...8).map { _ in
                    Task { try await PostgresSession.with(throughProxy, logger: TestDatabase.quietLogger) { _ in } }
                }
                let start = ContinuousClock.now
                for _ in 1...100 { await Task.yield() }
                #expect(start.duration(to: .now) < .seconds(2))
                for task in stalled {
                    #expect(try await postgresError { try await task.value }?.code == .notConnected)
                }
            }
        }
    }
}
