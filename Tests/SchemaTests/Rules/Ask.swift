import Foundation
import Postgres

/// One request to sign up.
struct Ask: Sendable {
    static let visitor = UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    static let otherVisitor = UUID(uuid: (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

    var session: Int64
    var email: String
    var places = 1
    var caller = visitor
    var route = "form"
    var key = UUID().uuidString
    var name = "Ada"
    var language = "fr"
    /// Codes, separated by commas.
    var needs: String?
    var needsNote: String?

    init(_ email: String, _ session: Int64, places: Int = 1) {
        self.email = email
        self.session = session
        self.places = places
    }

    func changed(_ change: (inout Ask) -> Void) -> Ask {
        var changed = self
        change(&changed)
        return changed
    }

    /// What the service would hash.
    fileprivate var body: [UInt8] { [UInt8]("\(email)/\(name)/\(places)/\(language)/\(needs ?? "")".utf8) }
}

/// One answer to a request to sign up.
struct Answer: Sendable, Equatable {
    var outcome: String
    var signUp: Int64?
    var own: Bool?
    var places: Int?
    var position: Int?
    var secretVersion: Int?

    /// The answer to those who are told no: nothing but the word.
    static func refusal(_ outcome: String, own: Bool? = nil) -> Answer { Answer(outcome: outcome, own: own) }
}

extension PostgresSession {
    /// Sends requests as one batch.
    func signUp(_ asks: [Ask]) async throws(PostgresError) -> [Answer] {
        try await execute(SignUpBatch(asks: asks))
    }

    func signUp(_ ask: Ask) async throws(PostgresError) -> Answer {
        let answers = try await signUp([ask])
        return answers[0]
    }

    func signUp(_ email: String, _ session: Int64, places: Int = 1) async throws(PostgresError) -> Answer {
        try await signUp(Ask(email, session, places: places))
    }
}

private struct SignUpBatch: PostgresStatement {
    static let sql = """
        select outcome, sign_up_id, own, places, "position", secret_version
        from api.sign_up($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """

    let asks: [Ask]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(asks.map(\.session))
        parameters.append(asks.map(\.caller))
        parameters.append(asks.map(\.route))
        parameters.append(asks.map(\.key))
        parameters.append(asks.map(\.body))
        parameters.append(asks.map(\.email))
        parameters.append(asks.map(\.name))
        parameters.append(asks.map { Int32($0.places) })
        parameters.append(asks.map(\.language))
        parameters.append(asks.map(\.needs))
        parameters.append(asks.map(\.needsNote))
    }

    static func decode(_ row: inout PostgresRow) throws -> Answer {
        Answer(
            outcome: try row.decode(), signUp: try row.decode(), own: try row.decode(), places: try row.decode(),
            position: try row.decode(), secretVersion: try row.decode())
    }
}
