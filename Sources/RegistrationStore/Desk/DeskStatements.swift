internal import Postgres
internal import Registration

struct DeskSessionsStatement: PostgresStatement {
    static let sql = "select api.desk_sessions($1, $2)"

    let actor: StaffActor
    let slug: String?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(slug)
    }

    static func decode(_ row: inout PostgresRow) throws -> DeskSession {
        try row.decode(PostgresJSON.self).decodeObject(DeskSessionJSON.self).session()
    }
}

struct DeskVenuesStatement: PostgresStatement {
    static let sql = "select api.desk_venues($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> DeskVenue {
        try row.decode(PostgresJSON.self).decodeObject(DeskVenueJSON.self).venue()
    }
}

struct DeskHostsStatement: PostgresStatement {
    static let sql = "select id, version, name, legal_form, contact_email, sessions from api.desk_hosts($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> DeskHost {
        DeskHost(
            id: try row.decode(Int64.self), version: Int(try row.decode(Int32.self)),
            host: Host(name: try row.decode(String.self), legalForm: try word(try row.decode(String.self))),
            contact: try row.decode(String?.self), sessions: Int(try row.decode(Int64.self)))
    }
}

/// `api.change_session`, or `api.set_capacity`, which a venue's manager may use as well.
struct ChangeSessionStatement: PostgresStatement {
    static let sql = """
        select case $1
            when 'wishes' then api.change_session($2, $3, $4, $5::jsonb, $6, $7, $8)
            else api.set_capacity($2, $3, $4, $5::integer, $6, $7, $8) end
        """

    let actor: StaffActor
    let session: Session.ID
    let terms: ChangeTerms
    private let kind: String
    private let argument: String

    init(actor: StaffActor, session: Session.ID, _ change: SessionChange, _ terms: ChangeTerms) throws {
        self.actor = actor
        self.session = session
        self.terms = terms
        (kind, argument) =
            switch change {
            case .edit(let wishes):
                ("wishes", String(decoding: try WishesJSON(wishes: wishes).json(), as: UTF8.self))
            case .publish(let isPublished): ("wishes", #"{"published":\#(isPublished)}"#)
            case .cancel(let isCancelled): ("wishes", #"{"cancelled":\#(isCancelled)}"#)
            case .capacity(let capacity): ("capacity", "\(capacity)")
            }
    }

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(kind)
        parameters.append(actor.description)
        parameters.append(session)
        parameters.append(terms.version.map(Int32.init))
        parameters.append(argument)
        terms.bind(&parameters)
    }

    static func decode(_ row: inout PostgresRow) throws -> SessionEffect {
        try row.decode(PostgresJSON.self).decodeObject(EffectJSON.self).effect()
    }
}

extension ChangeTerms {
    /// The last three parameters: excess, shown, dry_run.
    fileprivate func bind(_ parameters: inout PostgresParameters) {
        parameters.append(excess?.rawValue)
        parameters.append(
            shown.map { PostgresJSON(bytes: Array(#"{"moved":\#($0.moved),"clashes":\#($0.clashes)}"#.utf8)) })
        parameters.append(isDryRun)
    }
}

struct CreateSessionStatement: PostgresStatement {
    static let sql = "select api.create_session($1, $2)"

    let actor: StaffActor
    let wishes: PostgresJSON

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(wishes)
    }

    static func decode(_ row: inout PostgresRow) throws -> SessionCreation {
        try row.decode(PostgresJSON.self).decodeObject(CreationJSON.self).creation()
    }
}

struct PublishSessionsStatement: PostgresStatement {
    static let sql = "select api.publish_sessions($1, $2)"

    let actor: StaffActor
    let slugs: [String]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(slugs)
    }

    private struct Answer: Decodable {
        let published: Int
        let change: Int64?
    }

    static func decode(_ row: inout PostgresRow) throws -> Publication {
        let answer = try row.decode(PostgresJSON.self).decodeObject(Answer.self)
        return Publication(count: answer.published, change: answer.change)
    }
}
