internal import Postgres
internal import Registration

/// A letter that can be asked for by an address.
public enum LetterOnRequest: String, Hashable, Sendable {
    /// All tickets again.
    case tickets
    /// The link that shows everything under the address, for a quarter of an hour.
    case addressLink = "address_link"
}

struct AskForLetterStatement: PostgresStatement {
    static let sql = "select from api.ask_for_letter($1, $2, $3)"

    let letter: LetterOnRequest
    let email: EmailAddress
    let language: Language

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(email.text)
        parameters.append(letter.rawValue)
        parameters.append(language.rawValue)
    }
}

/// Everything that is kept under an attendee's address; `nil` where there is nothing any more.
struct MyDataStatement: PostgresStatement {
    static let sql = "select jsonb_pretty(api.my_data($1))"

    let attendee: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(attendee) }

    static func decode(_ row: inout PostgresRow) throws -> String? { try row.decode(String?.self) }
}

/// Forgets whoever is behind an attendee's address; whether there was somebody.
struct EraseStatement: PostgresStatement {
    static let sql = "select api.erase_attendee($1)"

    let attendee: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(attendee) }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(String.self) == "erased" }
}
