internal import Presentation
internal import Registration

/// One value of a list's row. Texts are UTF-8 as they came from the database: most are only copied.
enum ListValue {
    case empty
    case text(ArraySlice<UInt8>)
    /// A text in the reader's language; programs get the French one.
    case localized(french: ArraySlice<UInt8>, english: ArraySlice<UInt8>)
    /// What programs get its code for, and people a word.
    case status(SignUp.Status)
    case number(Int)
    /// Seconds since 1970.
    case instant(Int)
}

/// Whom a list is for.
enum ListReader: Hashable, Sendable {
    /// Keys and codes, ISO 8601.
    case program
    /// Headings and words.
    case person(Language)
}

extension ListValue {
    init(_ text: String) { self = .text(ArraySlice(text.utf8)) }

    /// The bytes of what is text for this reader; `nil` for numbers, instants and what is empty.
    func text(for reader: ListReader) -> ArraySlice<UInt8>? {
        switch (self, reader) {
        case (.text(let bytes), _): bytes
        case (.localized(_, let english), .person(.english)): english
        case (.localized(let french, _), _): french
        case (.status(let status), .program): ArraySlice(status.rawValue.utf8)
        case (.status(let status), .person(let language)): ArraySlice(status.listed[language].utf8)
        case (.empty, _), (.number, _), (.instant, _): nil
        }
    }
}
