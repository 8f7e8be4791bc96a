import Foundation
import Postgres

/// What staff ask for somebody.
struct DeskAsk: Sendable {
    var actor = "command"
    var session: Int64
    var person: Int64?
    var email: String?
    var telephone: String?
    var name = "Ada"
    var places = 1
    var note: String?
    var key = UUID().uuidString

    init(_ session: Int64, email: String? = nil, person: Int64? = nil, places: Int = 1) {
        self.session = session
        self.email = email
        self.person = person
        self.places = places
    }

    func changed(_ change: (inout DeskAsk) -> Void) -> DeskAsk {
        var changed = self
        change(&changed)
        return changed
    }
}

struct DeskAnswer: Sendable, Equatable {
    let outcome: String
    let signUp: Int64?
    let person: Int64?
    let places: Int?
    let position: Int?
}

extension PostgresSession {
    func deskSignUp(_ ask: DeskAsk) async throws(PostgresError) -> DeskAnswer {
        let answers = try await execute(DeskSignUp(ask: ask))
        return answers[0]
    }

    /// One of the functions `api.desk_…`, by its name, with what it takes besides actor and sign-up.
    @discardableResult
    func desk(
        _ call: DeskCall, _ signUp: Int64?, actor: String = "command"
    ) async throws(PostgresError) -> String {
        let answers = try await execute(DeskCallStatement(call: call, signUp: signUp ?? 0, actor: actor))
        return answers[0]
    }

    /// The values that a query gives as `v`, as text; nulls are left out.
    func read(_ query: String) async throws -> [String] { try await execute(ReadValues(query: query)) }

    /// Makes a day's edition the current one.
    func use(_ day: Day) async throws {
        try await run(sqlScript: "update app.edition set is_current = (id = \(day.edition))")
    }

    /// The SQLSTATE with which something was refused; nil where it was not.
    func refusal(_ body: () async throws(PostgresError) -> Void) async -> String? {
        do throws(PostgresError) {
            try await body()
            return nil
        } catch { return error.sqlState }
    }
}

enum DeskCall: Sendable {
    case cancel, restore, putBack
    case places(Int)
    case move(to: Int64)
    case moveUp(reason: String, note: String?)
}

private struct DeskSignUp: PostgresStatement {
    static let sql = """
        select outcome, sign_up_id, attendee, places, "position"
        from api.desk_sign_up($1, $2, $3, $4, $5, $6, $7, 'fr', null, null, $8, $9, $10)
        """

    let ask: DeskAsk

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(ask.actor)
        parameters.append(ask.session)
        parameters.append(ask.person)
        parameters.append(ask.email)
        parameters.append(ask.telephone)
        parameters.append(ask.name)
        parameters.append(Int32(ask.places))
        parameters.append(ask.note)
        parameters.append(ask.key)
        parameters.append([UInt8]("\(ask.email ?? "")/\(ask.name)/\(ask.places)".utf8))
    }

    static func decode(_ row: inout PostgresRow) throws -> DeskAnswer {
        DeskAnswer(
            outcome: try row.decode(), signUp: try row.decode(), person: try row.decode(), places: try row.decode(),
            position: try row.decode())
    }
}

private struct DeskCallStatement: PostgresStatement {
    static let sql = """
        select case $3
            when 'cancel' then api.desk_cancel($1, $2)
            when 'restore' then api.desk_restore($1, $2)
            when 'put_back' then api.desk_put_back($1, $2)
            when 'places' then api.desk_change_places($1, $2, $4::integer)
            when 'move' then (select outcome from api.desk_move($1, $2, $4))
            else api.desk_move_up($1, $2, $5, $6)
        end
        """

    let call: DeskCall
    let signUp: Int64
    let actor: String

    func bind(_ parameters: inout PostgresParameters) {
        let name: String
        var number: Int64?
        var (reason, note): (String?, String?) = (nil, nil)
        switch call {
        case .cancel: name = "cancel"
        case .restore: name = "restore"
        case .putBack: name = "put_back"
        case .places(let places):
            name = "places"
            number = Int64(places)
        case .move(let session):
            name = "move"
            number = session
        case .moveUp(let because, let written):
            name = "move_up"
            (reason, note) = (because, written)
        }
        parameters.append(actor)
        parameters.append(signUp)
        parameters.append(name)
        parameters.append(number)
        parameters.append(reason)
        parameters.append(note)
    }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct ReadValues: PostgresStatement {
    static let sql = "select unnest(xpath('/table/row/v/text()', query_to_xml($1, false, false, '')))::text"
    let query: String

    func bind(_ parameters: inout PostgresParameters) { parameters.append(query) }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}
