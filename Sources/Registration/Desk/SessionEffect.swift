/// What a change of a session does, or would do.
public struct SessionEffect: Sendable {
    public enum Outcome: String, Sendable {
        case changed, unchanged, refused, outdated
        /// More people lose their places or clash by now than was shown.
        case moreAffected = "more_affected"
        case unknownSession = "unknown_session"
    }

    public let outcome: Outcome
    /// The session's, after it.
    public let version: Int
    /// The names of what it changes (`SessionField`, `published`, `cancelled`).
    public let fields: [String]
    public let problems: [SessionRefusal]
    /// Places, after it.
    public let confirmed: Int
    /// Sign-ups on the waiting list, after it.
    public let waiting: Int
    /// Sign-ups that lose their places.
    public let moved: Int
    /// Sign-ups that get places.
    public let promoted: Int
    /// Sign-ups whose attendee holds places at an overlapping time by it.
    public let clashes: Int
    public let letters: [LetterPile]
    /// What can be undone.
    public let change: ProgrammeChange.ID?

    public init(
        outcome: Outcome, version: Int = 0, fields: [String] = [], problems: [SessionRefusal] = [], confirmed: Int = 0,
        waiting: Int = 0, moved: Int = 0, promoted: Int = 0, clashes: Int = 0, letters: [LetterPile] = [],
        change: ProgrammeChange.ID? = nil
    ) {
        self.outcome = outcome
        self.version = version
        self.fields = fields
        self.problems = problems
        self.confirmed = confirmed
        self.waiting = waiting
        self.moved = moved
        self.promoted = promoted
        self.clashes = clashes
        self.letters = letters
        self.change = change
    }

    /// Whether somebody hears of it or feels it.
    public var concernsPeople: Bool { moved > 0 || promoted > 0 || clashes > 0 || !letters.isEmpty }

    /// Whether it only fails for people who would lose their places: then the organiser chooses.
    public var asksForChoice: Bool { outcome == .refused && problems.map(\.code) == [.belowConfirmed] }
}

/// What keeps a session from being as it is wished.
public struct SessionRefusal: Hashable, Sendable {
    public enum Code: String, Sendable {
        case slugTaken = "slug_taken"
        case outsideEdition = "outside_edition"
        case unknownRoom = "unknown_room"
        case aboveRoom = "above_room"
        case roomTaken = "room_taken"
        case belowConfirmed = "below_confirmed"
        case cancelled
    }

    public let field: SessionField?
    public let code: Code
    /// The edition's days, the room's capacity, the other session's slug or the places confirmed.
    public let detail: String

    public init(field: SessionField?, code: Code, detail: String) {
        self.field = field
        self.code = code
        self.detail = detail
    }
}

/// What becomes of those who would lose their places to a lower capacity.
public enum Excess: String, Sendable {
    /// As many places as are confirmed remain.
    case keep
    /// The latest go to the waiting list.
    case move
}

/// What somebody agreed to, so that no more is done than was shown.
public struct ShownEffect: Hashable, Sendable {
    public let moved: Int
    public let clashes: Int

    public init(moved: Int, clashes: Int) {
        self.moved = moved
        self.clashes = clashes
    }
}

/// Letters of one kind that a change writes, with an example in each language.
public struct LetterPile: Sendable {
    public struct Sample: Sendable {
        public let language: Language
        public let count: Int
        public let news: News

        public init(language: Language, count: Int, news: News) {
            self.language = language
            self.count = count
            self.news = news
        }
    }

    public let kind: News.Kind
    /// To people who hold places at an overlapping time by the change.
    public let clashes: Bool
    /// To people who wait, where that is told apart.
    public let isWaiting: Bool
    public let count: Int
    /// Of those, to people without an address: they have to be told otherwise.
    public let unreachable: Int
    public let samples: [Sample]

    public init(
        kind: News.Kind, clashes: Bool, isWaiting: Bool = false, count: Int, unreachable: Int, samples: [Sample]
    ) {
        self.isWaiting = isWaiting
        self.kind = kind
        self.clashes = clashes
        self.count = count
        self.unreachable = unreachable
        self.samples = samples
    }

    /// Those that go out.
    public var mails: Int { count - unreachable }
}

extension Collection<LetterPile> {
    /// Those that go out of all piles.
    public var mails: Int { reduce(0) { $0 + $1.mails } }
}
