public import Foundation
public import Registration

/// A change of one session that an organiser asks for.
public enum SessionChange: Hashable, Sendable {
    /// The whole form.
    case edit(SessionWishes)
    case capacity(Int)
    case publish(Bool)
    case cancel(Bool)
}

/// How a change is to be made.
public struct ChangeTerms: Hashable, Sendable {
    /// Of the session that the organiser had before them; `nil`: whichever.
    public let version: Int?
    public let excess: Excess?
    /// What they were shown and agreed to.
    public let shown: ShownEffect?
    /// Only says what it would do.
    public let isDryRun: Bool

    public init(version: Int?, excess: Excess? = nil, shown: ShownEffect? = nil, isDryRun: Bool) {
        self.version = version
        self.excess = excess
        self.shown = shown
        self.isDryRun = isDryRun
    }
}

/// What another organiser has made of a session meanwhile.
public struct SessionSince: Hashable, Sendable {
    public let was: SessionFacts
    public let now: SessionFacts
    public let at: Date
    /// The address of the account; `nil`: not an account.
    public let by: String?
}

/// How many drafts were put into the programme together.
public struct Publication: Hashable, Sendable {
    public let count: Int
    /// What can be undone.
    public let change: ProgrammeChange.ID?
}

/// How making a session ended.
public enum SessionCreation: Hashable, Sendable {
    /// The change, which can be undone.
    case created(ProgrammeChange.ID?)
    case noEdition
    case refused([SessionRefusal])
}

/// How a change of a venue or room is to be made.
public struct PlaceTerms: Hashable, Sendable {
    /// Of what the organiser had before them; `nil`: whichever.
    public let version: Int?
    /// How many people they agreed to write to.
    public let agreed: Int

    public init(version: Int?, agreed: Int) {
        self.version = version
        self.agreed = agreed
    }
}

/// How saving a venue, room or host ended.
public enum PlaceSaving: Sendable {
    case saved(PlaceEffect)
    case unchanged
    /// Somebody else has saved it meanwhile.
    case outdated
    /// More people would be written to than was agreed to; nothing was done.
    case moreAffected(PlaceEffect)
    /// It is not there any more.
    case unknown
    /// Its slug or name is another one's.
    case taken
    /// A session in the room, by its slug, is larger.
    case belowSession(String, capacity: Int)
}
