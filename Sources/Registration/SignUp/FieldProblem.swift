/// What is wrong with one field of a form or one member of a JSON body.
public enum FieldProblem: Error, Hashable, Sendable {
    case missing
    case tooShort(minimum: Int)
    /// Longer than so many characters.
    case tooLong(maximum: Int)
    case controlCharacters
    /// A name without a single letter.
    case noLetter
    case notAnAddress
    case notANumber
    case outOfRange(ClosedRange<Int>)
    /// A request key may hold ASCII letters, digits and `-._~` only.
    case badCharacters
    case notALanguage
    case notATelephoneNumber
    /// Braces around something that stands for nothing.
    case unknownPlaceholder
    /// JSON of another type than the field has.
    case wrongType(expected: String)

    /// The code that the API and the tests know it by.
    public var code: String {
        switch self {
        case .missing: "missing"
        case .tooShort: "too_short"
        case .tooLong: "too_long"
        case .controlCharacters: "control_characters"
        case .noLetter: "no_letter"
        case .notAnAddress: "not_an_address"
        case .notANumber: "not_a_number"
        case .outOfRange: "out_of_range"
        case .badCharacters: "bad_characters"
        case .notALanguage: "not_a_language"
        case .notATelephoneNumber: "not_a_telephone_number"
        case .unknownPlaceholder: "unknown_placeholder"
        case .wrongType: "wrong_type"
        }
    }
}
