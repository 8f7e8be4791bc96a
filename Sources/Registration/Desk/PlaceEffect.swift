public import Foundation

/// What saving a venue or room does, or would do: whoever is signed up for sessions there is told of another name or address.
public struct PlaceEffect: Sendable {
    /// What can be undone.
    public let change: ProgrammeChange.ID?
    /// People written to, and in how many sessions they are.
    public let told: Int
    public let sessions: Int
    public let letters: [LetterPile]

    public init(change: ProgrammeChange.ID?, told: Int = 0, sessions: Int = 0, letters: [LetterPile] = []) {
        self.change = change
        self.told = told
        self.sessions = sessions
        self.letters = letters
    }
}

/// What became of a venue, room, host or notice since a version of it.
public struct PartSince: Sendable {
    /// By the names of form fields; `nil` where it was not there yet.
    public let was: [String: Fact]?
    /// `nil` where it is gone.
    public let now: [String: Fact]?
    public let at: Date
    /// The address of the account; `nil`: not an account.
    public let by: String?

    public init(was: [String: Fact]?, now: [String: Fact]?, at: Date, by: String?) {
        self.was = was
        self.now = now
        self.at = at
        self.by = by
    }
}

extension Fact {
    /// As a form's field has it: an answer is `yes` or `no`, a moment `2026-11-28T09:30`.
    public func text(of field: String, in timeZone: TimeZone) -> String {
        switch self {
        case .text(let text): text
        case .answer(let answer): answer ? "yes" : "no"
        case .number(let seconds) where ["since", "until"].contains(field):
            LocalTime.text(Date(timeIntervalSince1970: seconds), in: timeZone)
        case .number(let number): number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
        }
    }
}
