internal import Foundation
internal import Postgres
internal import Registration

extension PostgresJSON {
    /// An object that a function of the database answers with: its names in snake case, instants as seconds since 1970.
    ///
    /// - Throws: `DecodingError` where it is another one.
    func decodeObject<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decode(type, with: decoder)
    }
}

/// - Parameter seconds: since 1970.
func instant(_ seconds: Double) -> Date { Date(timeIntervalSince1970: seconds) }

/// A word of the database as the domain has it.
///
/// - Throws: `UnexpectedAnswer` where the domain does not know it.
func word<Word: RawRepresentable<String>>(_ text: String) throws -> Word {
    guard let word = Word(rawValue: text) else { throw UnexpectedAnswer(function: "the database", answer: text) }
    return word
}
