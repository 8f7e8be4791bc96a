/// What organisers write to people: plain text in paragraphs, in which links can be followed and a few words in braces stand
/// for the session of whoever reads it.
///
/// Nothing else in it means anything: no mark-up, no other placeholder, no link that reads otherwise than it leads.
public struct MessageText: Hashable, Sendable {
    public static let maximumLength = 5000

    /// The words that may stand in braces, in either language.
    public enum Placeholder: String, CaseIterable, Hashable, Sendable {
        case session, time, place

        /// As they are written.
        public var words: Localized {
            switch self {
            case .session: Localized(french: "{séance}", english: "{session}")
            case .time: Localized(french: "{heure}", english: "{time}")
            case .place: Localized(french: "{lieu}", english: "{place}")
            }
        }

        init?(word: some StringProtocol) {
            let written = "{\(word)}"
            guard let known = Self.allCases.first(where: { $0.words.french == written || $0.words.english == written })
            else { return nil }
            self = known
        }
    }

    public enum Piece: Hashable, Sendable {
        case text(String)
        /// An address, shown as it is.
        case link(String)
        case placeholder(Placeholder)
    }

    /// A paragraph's lines.
    public typealias Paragraph = [[Piece]]

    /// As it was written, its lines ended by `\n`.
    public let text: String
    public let paragraphs: [Paragraph]

    /// - Throws: `FieldProblem.missing`, `.tooLong`, `.controlCharacters` or `.unknownPlaceholder`.
    public init(_ raw: String) throws(FieldProblem) {
        let tidy = raw.replacing("\r\n", with: "\n").replacing("\t", with: " ").trimmingWhitespace()
        if tidy.isEmpty { throw .missing }
        if tidy.unicodeScalars.count > Self.maximumLength { throw .tooLong(maximum: Self.maximumLength) }
        let lines = tidy.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingWhitespace() }
        if lines.contains(where: \.containsControlCharacters) { throw .controlCharacters }
        text = lines.joined(separator: "\n")
        var paragraphs: [Paragraph] = []
        for group in lines.split(whereSeparator: \.isEmpty) {
            var paragraph: Paragraph = []
            for line in group { paragraph.append(try Self.pieces(of: line)) }
            paragraphs.append(paragraph)
        }
        self.paragraphs = paragraphs
    }

    /// A line as it can stand in a subject: without links.
    static func pieces(of line: String, withLinks: Bool = true) throws(FieldProblem) -> [Piece] {
        var pieces: [Piece] = []
        var rest = line[...]
        while let open = rest.firstIndex(of: "{") {
            append(rest[..<open], to: &pieces, withLinks: withLinks)
            guard let close = rest[open...].firstIndex(of: "}") else { throw .unknownPlaceholder }
            guard let placeholder = Placeholder(word: rest[rest.index(after: open)..<close]) else {
                throw .unknownPlaceholder
            }
            pieces.append(.placeholder(placeholder))
            rest = rest[rest.index(after: close)...]
        }
        append(rest, to: &pieces, withLinks: withLinks)
        return pieces
    }

    private static func append(_ text: Substring, to pieces: inout [Piece], withLinks: Bool) {
        var rest = text
        while withLinks, let link = MessageLink.first(in: rest) {
            if link.startIndex > rest.startIndex { pieces.append(.text(String(rest[..<link.startIndex]))) }
            pieces.append(.link(String(link)))
            rest = rest[link.endIndex...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
    }
}

/// What a message's mail is called: one line of up to 150 characters, with the same words in braces.
public struct MessageSubject: Hashable, Sendable {
    public let text: String
    public let pieces: [MessageText.Piece]

    /// - Throws: as `MessageText`.
    public init(_ raw: String) throws(FieldProblem) {
        let tidy = raw.trimmingWhitespace()
        if tidy.isEmpty { throw .missing }
        if tidy.unicodeScalars.count > 150 { throw .tooLong(maximum: 150) }
        if tidy.containsControlCharacters { throw .controlCharacters }
        text = tidy
        pieces = try MessageText.pieces(of: tidy, withLinks: false)
    }
}
