public import Presentation

/// A piece of a letter, which its HTML and its plain text both show.
public enum LetterBlock: Hashable, Sendable {
    /// The one that says what the letter is about, or what a part of it is about.
    case title(String)
    case heading(String)
    case paragraph(String)
    /// What somebody wrote: a paragraph of lines, links in them.
    case prose([[FilledMessage.Span]])
    case facts([Fact])
    case list([String])
    /// What the reader is most likely to do next.
    case action(LetterLink)
    case links([LetterLink])
    /// Why the reader gets the letter, at its end.
    case closing(String)
    /// A ticket's code, by the name of the picture that goes with the mail.
    case code(picture: String, name: String)

    /// A line of a table: what, and which.
    public struct Fact: Hashable, Sendable {
        public let label: String
        public let text: String
    }
}

/// Where a letter leads.
public struct LetterLink: Hashable, Sendable {
    public let label: String
    /// Absolute.
    public let address: String
}
