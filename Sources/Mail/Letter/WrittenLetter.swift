internal import Presentation
internal import Registration

/// A letter in words, before it is made a message of.
struct WrittenLetter: Sendable {
    let language: Language
    let subject: String
    let blocks: [LetterBlock]
    /// By the names that its blocks call them.
    let pictures: [Picture]
    /// Goes beside the text, so that calendars take it up by themselves.
    let invitation: CalendarFile?
    /// Calendars to be opened by hand.
    let attachments: [CalendarFile]

    struct Picture: Sendable {
        let name: String
        let png: [UInt8]
    }
}
