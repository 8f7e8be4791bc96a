import Foundation
import Postgres
import RegistrationStore
import TestSupport

@testable import Registration

/// A database with sessions, people to sign up, and a folder for the lists.
struct TestProgramme {
    let configuration: PostgresConfiguration
    let folder: URL
    private let store: RegistrationStore

    /// - Parameter sessions: their slugs, with their capacities.
    static func with<Value>(
        sessions: KeyValuePairs<String, Int>, isolation: isolated (any Actor)? = #isolation,
        _ body: (TestProgramme) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.withSchema { configuration in
            try await importProgramme(sessions, configuration)
            let client = PostgresClient(limited(configuration, to: "socialday_web"), logger: TestDatabase.quietLogger)
            let run = Task { try await client.run() }
            defer { run.cancel() }
            let store = RegistrationStore(client: client, logger: TestDatabase.quietLogger)
            return try await withFolder { folder in
                try await body(TestProgramme(configuration: configuration, folder: folder, store: store))
            }
        }
    }

    /// Runs `body` with the commands' connection.
    func withAdministration<Value>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Administration) async throws -> Value
    ) async throws -> Value {
        try await PostgresSession.with(
            Self.limited(configuration, to: "socialday_admin"), logger: TestDatabase.quietLogger
        ) {
            try await body(Administration(session: $0))
        }
    }

    /// Runs `body` with a connection of the exports, with the rights of the commands or the service.
    func withExports<Value>(
        role: String = "socialday_admin", isolation: isolated (any Actor)? = #isolation,
        _ body: (ExportDatabase) async throws -> Value
    ) async throws -> Value {
        try await PostgresSession.with(Self.limited(configuration, to: role), logger: TestDatabase.quietLogger) {
            try await body(ExportDatabase(session: $0))
        }
    }

    /// With the service's rights.
    var serviceConfiguration: PostgresConfiguration { Self.limited(configuration, to: "socialday_web") }

    @discardableResult
    func signUp(_ name: String, _ email: String, places: Int = 1, for slug: String) async throws -> SignUp.Outcome {
        let session = try await withAdministration { try await $0.sessions().first { $0.slug == slug }?.id }
        let form = SignUp.Form(name: name, email: email, places: "\(places)", requestKey: RequestKey.random().text)
        return try await store.signUps.submit(
            SignUp.Request(form, session: session ?? 0, caller: Self.caller, language: .french))
    }

    func cancel(_ reference: Reference) async throws { _ = try await store.cancel(reference, caller: Self.caller) }

    private static let caller = SignUp.Caller.token(UUID())
    static let startsAt = "10:00"

    /// The edition's day: sign-ups are open, and no clock is changed.
    static let day = CalendarDay(Date.now + 40 * 86_400, in: .gmt)

    /// With the rights that the service has, and no more.
    private static func limited(_ configuration: PostgresConfiguration, to role: String) -> PostgresConfiguration {
        var configuration = configuration
        configuration.role = role
        return configuration
    }

    private static func importProgramme(
        _ sessions: KeyValuePairs<String, Int>, _ configuration: PostgresConfiguration
    ) async throws {
        let venues =
            "slug,name,address,postcode,city,arrondissement,latitude,longitude\n"
            + #"hall,"Salle ""A"", Paris",1 rue du Test,75001,Paris,1,48.86,2.34"#
        let header = [SessionLine.columns.joined(separator: ",")]
        let lines = sessions.enumerated().map { index, session in
            "\(session.key),Séance,Session,Un essai.,A test.,workshop,care,Les Essais,association,hall,Room \(index),"
                + "\(day)T\(startsAt),\(day)T11:00,\(session.value)"
        }
        try await PostgresSession.with(limited(configuration, to: "socialday_admin"), logger: TestDatabase.quietLogger)
        {
            session async throws in
            let administration = Administration(session: session)
            for (kind, text) in [
                (ImportFile.Kind.venues, venues), (.sessions, (header + lines).joined(separator: "\n")),
            ] {
                let file = try ImportFile(
                    Array(text.utf8), kind: kind, timeZone: TimeZone(identifier: "Europe/Paris") ?? .gmt)
                _ = try await administration.importFile(file, commit: true)
            }
        }
    }
}
