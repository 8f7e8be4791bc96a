import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Postgres
import Registration
import RegistrationStore
import TestSupport

@testable import Web

/// The whole service without its front, on a database of its own, with two venues and somebody of each role at one of them.
struct StaffHouse: Sendable {
    static let (own, foreign) = ("own-hall", "foreign-hall")
    static let publicURL = "https://socialday.test"

    let web: WebService
    let store: RegistrationStore
    let key: TicketKey
    let accounts: [StaffRole: UUID]
    let door: UUID
    /// The owner's, past the service.
    let database: PostgresConfiguration

    /// Who asks.
    enum Visitor: Hashable, Sendable, CaseIterable {
        case nobody, steward, venueManager, organiser, administrator, token

        var role: StaffRole? {
            switch self {
            case .nobody, .token: nil
            case .steward: .steward
            case .venueManager: .venueManager
            case .organiser: .organiser
            case .administrator: .administrator
            }
        }
    }

    static func with(_ body: @Sendable (StaffHouse) async throws -> Void) async throws {
        try await TestDatabase.withSchema { configuration in
            let (accounts, door) = try await people(configuration)
            var serving = configuration
            serving.role = "socialday_web"
            let client = PostgresClient(serving, logger: TestDatabase.quietLogger)
            let store = RegistrationStore(client: client, logger: TestDatabase.quietLogger)
            let key = try TicketKey(bytes: [UInt8](repeating: 9, count: 32))
            let certificate = try TestCertificate()
            let web = try WebService(
                store: store, key: key,
                configuration: FrontConfiguration(
                    listen: ListenAddress(host: "127.0.0.1", port: 0), publicURL: try PublicURL(publicURL),
                    limitsAddresses: false),
                certificates: try certificate.store(), logger: TestDatabase.quietLogger)
            let house = StaffHouse(
                web: web, store: store, key: key, accounts: accounts, door: door, database: configuration)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await client.run() }
                _ = try await store.programme.reload()
                try await body(house)
                tasks.cancelAll()
            }
        }
    }

    /// A new login of the visitor, as a cookie; `nil` for who has none.
    func cookie(of visitor: Visitor) async throws -> String? {
        switch visitor {
        case .nobody, .token: return nil
        case .steward: return "\(StaffCookie.door.rawValue)=\(StaffLink(.door, door).token(key: key))"
        default:
            guard let role = visitor.role, let account = accounts[role] else { return nil }
            let secret = LoginSecret.random()
            _ = try await store.openLogin(of: account, secret, browser: nil)
            return "\(StaffCookie.login.rawValue)=\(secret.text)"
        }
    }

    /// The token of every form that the holder of a cookie is shown.
    func formToken(cookie: String) -> String {
        let secret = cookie.split(separator: "=", maxSplits: 1)[1]
        return Base64URL.encode(key.authenticationCode(for: Array(secret.utf8), label: "staff form").prefix(16))
    }

    /// Asks the routes, past TLS and limits.
    ///
    /// - Parameter route: `GET /staff/record`, with its parameters filled in.
    func ask(
        _ route: String, cookie: String? = nil, formToken: String? = nil, fields: HTTPFields = [:], form: String = ""
    ) async throws -> Response {
        let parts = route.split(separator: " ")
        var head = HTTPRequest(
            method: .init(String(parts[0])) ?? .get, scheme: "https", authority: "socialday.test",
            path: String(parts[1]))
        head.headerFields = fields
        if let cookie { head.headerFields[.cookie] = cookie }
        var body = form
        if head.method != .get {
            head.headerFields[.contentType] = "application/x-www-form-urlencoded"
            if fields[.origin] == nil { head.headerFields[.origin] = Self.publicURL }
            if let formToken {
                body = "form_token=\(formToken)" + (form.isEmpty ? "" : "&\(form)")
                head.headerFields[.formToken] = formToken
            }
        }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: TestDatabase.quietLogger)
        return try await web.responder.respond(to: request, context: WebContext(source: source))
    }

    /// What comes of an SQL script that the owner runs.
    func run(_ sql: String) async throws {
        try await PostgresSession.with(database, logger: TestDatabase.quietLogger) { try await $0.run(sqlScript: sql) }
    }

    private static func people(_ configuration: PostgresConfiguration) async throws -> ([StaffRole: UUID], UUID) {
        try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
            try await session.run(sqlScript: halls)
            let administration = Administration(session: session)
            var accounts: [StaffRole: UUID] = [:]
            for role in StaffRole.ofAccounts {
                let new = NewAccount(
                    email: try EmailAddress("\(role.rawValue)@example.org"), role: role,
                    venues: role.isOfVenues ? [own] : [], language: .english)
                let (_, id) = try await administration.addAccount(new)
                accounts[role] = id
                if let id { try await administration.setFactor(of: id) }
            }
            let door = try await session.execute(MakeDoor())
            return (accounts, door[0])
        }
    }

    private static let halls = """
        insert into app.edition (first_day, last_day, time_zone, is_current)
        values (current_date + 30, current_date + 30, 'Europe/Paris', true);
        insert into app.venue (slug, name, address, postcode, city, arrondissement, latitude, longitude)
        values ('\(own)', 'Own', '1 rue', '75001', 'Paris', 1, 48, 2),
            ('\(foreign)', 'Foreign', '2 rue', '75002', 'Paris', 2, 48, 2);
        """

    private struct MakeDoor: PostgresStatement {
        static let sql = """
            select id from api.open_door('command', '\(own)', null, current_date + 30)
            """

        static func decode(_ row: inout PostgresRow) throws -> UUID { try row.decode() }
    }
}
