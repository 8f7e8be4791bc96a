public import Registration

/// How a change is to be undone.
public struct UndoTerms: Hashable, Sendable {
    /// `nil`: as many places as are confirmed remain.
    public let excess: Excess?
    /// What the organiser was shown and agreed to.
    public let shown: ShownUndoing?
    /// Only says what it would do.
    public let isDryRun: Bool

    public init(excess: Excess? = nil, shown: ShownUndoing? = nil, isDryRun: Bool) {
        self.excess = excess
        self.shown = shown
        self.isDryRun = isDryRun
    }
}

/// What an organiser agreed to when they asked for a change to be undone.
public struct ShownUndoing: Hashable, Sendable {
    public let told: Int
    public let clashes: Int
    public let moved: Int

    public init(told: Int, clashes: Int, moved: Int) {
        self.told = told
        self.clashes = clashes
        self.moved = moved
    }
}
