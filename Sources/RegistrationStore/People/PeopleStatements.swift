internal import Postgres
public import Registration

/// Somebody who was looked for.
public struct FoundPerson: Identifiable, Sendable {
    public let id: Int64
    /// That they last signed up under.
    public let name: String
    public let email: String?
    public let telephone: TelephoneNumber?
    public let confirmed: Int
    public let waiting: Int
    public let cancelled: Int
}

/// `api.find_people`
struct FindPeopleStatement: PostgresStatement {
    static let sql = """
        select found, attendee_id, name, email, telephone, confirmed, waiting, cancelled
        from api.find_people($1, $2, $3, $4, $5, $6, $7)
        """

    let actor: StaffActor
    let query: PeopleQuery
    let byLatest: Bool
    let most: Int
    let skip: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(query.words)
        parameters.append(query.digits)
        parameters.append(query.signUp)
        parameters.append(byLatest)
        parameters.append(Int32(most))
        parameters.append(Int32(skip))
    }

    static func decode(_ row: inout PostgresRow) throws -> (total: Int, person: FoundPerson) {
        (
            Int(try row.decode(Int32.self)),
            FoundPerson(
                id: try row.decode(Int64.self), name: try row.decode(String.self), email: try row.decode(String?.self),
                telephone: try row.decode(String?.self).map(TelephoneNumber.init(stored:)),
                confirmed: Int(try row.decode(Int32.self)), waiting: Int(try row.decode(Int32.self)),
                cancelled: Int(try row.decode(Int32.self)))
        )
    }
}

struct PersonStatement: PostgresStatement {
    static let sql = "select api.person($1, $2)"
    let actor: StaffActor
    let person: Int64

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(person)
    }

    static func decode(_ row: inout PostgresRow) throws -> PostgresJSON? { try row.decode(PostgresJSON?.self) }
}

/// What became of correcting how somebody is reached.
public enum ContactChange: String, Hashable, Sendable {
    case done
    case notFound = "not_found"
    /// Somebody else has the address.
    case taken
}

struct SetContactStatement: PostgresStatement {
    static let sql = "select api.set_contact($1, $2, $3, $4)"
    let actor: StaffActor
    let person: Int64
    let email: EmailAddress?
    let telephone: TelephoneNumber?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(person)
        parameters.append(email?.text)
        parameters.append(telephone?.text)
    }

    static func decode(_ row: inout PostgresRow) throws -> ContactChange {
        try row.decodeAnswer(of: "api.set_contact")
    }
}

struct AddNoteStatement: PostgresStatement {
    static let sql = "select api.add_note($1, $2, $3)"
    let actor: StaffActor
    let person: Int64
    let note: NoteText

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(person)
        parameters.append(note.text)
    }

    /// Whether there is such a person.
    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(String.self) == "done" }
}

struct DeleteNoteStatement: PostgresStatement {
    static let sql = "select api.delete_note($1, $2, $3, $4)"
    let actor: StaffActor
    let person: Int64
    let note: Int64
    let isRestored: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(person)
        parameters.append(note)
        parameters.append(isRestored)
    }

    /// Whether there was such a note.
    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(String.self) == "done" }
}

struct ForgetNotesStatement: PostgresStatement {
    static let sql = "select api.forget_notes()"

    static func decode(_ row: inout PostgresRow) throws -> Int { Int(try row.decode(Int32.self)) }
}
