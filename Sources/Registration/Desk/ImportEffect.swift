/// What an import did, or would do.
public struct ImportEffect: Sendable {
    /// A venue or session that was known, with what the file changes of it.
    public struct Update: Hashable, Sendable {
        public let slug: String
        public let line: Int
        public let changes: [FactChange]
        /// People written to because of it, and those of them who clash.
        public let told: Int
        public let clashes: Int

        public init(slug: String, line: Int, changes: [FactChange], told: Int, clashes: Int) {
            self.slug = slug
            self.line = line
            self.changes = changes
            self.told = told
            self.clashes = clashes
        }
    }

    /// A room that sessions are in and that was unknown.
    public struct MadeRoom: Hashable, Sendable {
        public let venue: String
        public let venueName: String
        public let name: String
        public let capacity: Int

        public init(venue: String, venueName: String, name: String, capacity: Int) {
            self.venue = venue
            self.venueName = venueName
            self.name = name
            self.capacity = capacity
        }
    }

    /// Where there are any, nothing was or would be done.
    public let problems: [ImportProblem]
    public let created: [String]
    public let updated: [Update]
    public let unchanged: Int
    public let rooms: [MadeRoom]
    /// Hosts whose legal form is another one by the file; those that it makes have none before.
    public let hosts: [FactChange]
    public let told: Int
    public let promoted: Int
    public let letters: [LetterPile]
    /// What can be undone; `nil` where nothing is otherwise.
    public let change: ProgrammeChange.ID?

    public init(
        problems: [ImportProblem], created: [String], updated: [Update], unchanged: Int, rooms: [MadeRoom],
        hosts: [FactChange], told: Int, promoted: Int, letters: [LetterPile], change: ProgrammeChange.ID? = nil
    ) {
        self.problems = problems
        self.created = created
        self.updated = updated
        self.unchanged = unchanged
        self.rooms = rooms
        self.hosts = hosts
        self.told = told
        self.promoted = promoted
        self.letters = letters
        self.change = change
    }
}

/// One thing that is otherwise than it was.
public struct FactChange: Hashable, Sendable {
    /// The name of a column of import files, `room_NAME`, or a host's name.
    public let field: String
    /// `nil`: nothing.
    public let was: Fact?
    public let becomes: Fact?

    public init(field: String, was: Fact?, becomes: Fact?) {
        self.field = field
        self.was = was
        self.becomes = becomes
    }
}

/// A value in a change: a text or code; a number, which of a time is seconds since 1970; or yes or no.
public enum Fact: Hashable, Sendable {
    case text(String)
    case number(Double)
    case answer(Bool)
}
