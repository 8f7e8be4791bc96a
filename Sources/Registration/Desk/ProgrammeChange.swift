public import Foundation

/// A thing of the programme that a change can touch.
public enum PartKind: String, Hashable, Sendable {
    case session, venue, room, host, notice
}

/// What somebody of the staff did to the programme in one go.
public struct ProgrammeChange: Identifiable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case session, venue, room, host, notice, publication, undoing
        case sessionsImport = "sessions_import"
        case venuesImport = "venues_import"
    }

    public let id: Int64
    public let kind: Kind
    public let madeAt: Date
    /// As the record has it: `account:…`, `command`.
    public let actor: String
    /// An account's address; `nil`: the console, or somebody who is gone.
    public let who: String?
    public let isUndone: Bool
    /// How many things it made, changed and removed.
    public let made: Int
    public let changed: Int
    public let removed: Int
    /// Of the first few things.
    public let names: [Localized]

    public init(
        id: Int64, kind: Kind, madeAt: Date, actor: String, who: String?, isUndone: Bool, made: Int, changed: Int,
        removed: Int, names: [Localized]
    ) {
        self.id = id
        self.kind = kind
        self.madeAt = madeAt
        self.actor = actor
        self.who = who
        self.isUndone = isUndone
        self.made = made
        self.changed = changed
        self.removed = removed
        self.names = names
    }
}

/// What undoing a change does, or would do.
public struct UndoEffect: Sendable {
    public enum Outcome: String, Sendable {
        case undone
        /// It was undone already.
        case impossible
        /// Somebody has changed `objects` since.
        case changedSince = "changed_since"
        /// `objects`, that it made, are in use by now.
        case used
        /// Something else is in the way: `obstacle`.
        case refused
        /// More people would be written to, clash or lose their places than was shown.
        case moreAffected = "more_affected"
    }

    public enum Obstacle: Hashable, Sendable {
        /// A session's room is taken at its time.
        case roomTaken
        /// A session has more places than its room.
        case roomTooSmall
        case nameTaken
        /// Something that it needs is gone, or something else needs it.
        case missing
    }

    public struct Object: Sendable {
        public let kind: PartKind
        /// `nil`: of a notice about the whole edition.
        public let name: Localized?
        public let who: String?
        public let at: Date?

        public init(kind: PartKind, name: Localized?, who: String?, at: Date?) {
            self.kind = kind
            self.name = name
            self.who = who
            self.at = at
        }
    }

    public struct Part: Sendable {
        public let kind: PartKind
        public let name: Localized?
        /// It is there only afterwards.
        public let isMade: Bool
        /// It is there no longer.
        public let isGone: Bool
        public let changes: [FactChange]

        public init(kind: PartKind, name: Localized?, isMade: Bool, isGone: Bool, changes: [FactChange]) {
            self.kind = kind
            self.name = name
            self.isMade = isMade
            self.isGone = isGone
            self.changes = changes
        }
    }

    public let outcome: Outcome
    /// Of the change that is undone.
    public let kind: ProgrammeChange.Kind
    public let madeAt: Date
    public let actor: String
    public let who: String?
    public let objects: [Object]
    public let obstacle: Obstacle?
    public let parts: [Part]
    /// People written to because of time, place or being off.
    public let told: Int
    /// Sign-ups, as `SessionEffect` has them.
    public let clashes: Int
    public let moved: Int
    public let promoted: Int
    /// Places confirmed in sessions that had fewer before the change, and keep as many; `nil`: all had enough.
    public let kept: Int?
    public let letters: [LetterPile]
    /// Of the session that the change is about, where it is about one that is there afterwards.
    public let session: String?
    /// The undoing, which can be undone; `nil`: nothing was left to undo.
    public let change: ProgrammeChange.ID?

    public init(
        outcome: Outcome, kind: ProgrammeChange.Kind, madeAt: Date, actor: String, who: String?, objects: [Object],
        obstacle: Obstacle?, parts: [Part], told: Int, clashes: Int, moved: Int, promoted: Int, kept: Int?,
        letters: [LetterPile], session: String?, change: ProgrammeChange.ID?
    ) {
        self.outcome = outcome
        self.kind = kind
        self.madeAt = madeAt
        self.actor = actor
        self.who = who
        self.objects = objects
        self.obstacle = obstacle
        self.parts = parts
        self.told = told
        self.clashes = clashes
        self.moved = moved
        self.promoted = promoted
        self.kept = kept
        self.letters = letters
        self.session = session
        self.change = change
    }

    /// Whether more people hold places in its one session than it had: then the organiser chooses.
    public var asksForChoice: Bool { outcome == .undone && kept != nil && parts.count == 1 }
}
