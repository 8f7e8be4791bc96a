internal import Foundation
internal import Registration

/// One browser of somebody of the staff, at one of their pages.
struct StaffVisit: Sendable {
    let member: StaffMember
    /// The account's; `nil` for a steward.
    let login: StaffLogin?
    /// The steward's; `nil` for an account.
    let door: StaffDoor?
    let language: Language
    let now: Date
    /// What forms of this login have to hold.
    let formToken: String

    var actor: StaffActor { member.actor }
    var role: StaffRole { member.role }
    var venues: StaffVenues { member.venues }
    /// When a password or code was last seen; `nil` for a steward, who has none.
    var provedAt: Date? { login?.provedAt }

    /// How long a proof is good for what asks for a fresh one.
    static let proofLifetime: TimeInterval = 600

    var isFresh: Bool { provedAt.map { now.timeIntervalSince($0) < Self.proofLifetime } ?? false }

    /// Whether the second factor has to be set up before that: without it an account opens its own pages and, in roles that
    /// have such, what shows numbers only.
    func lacksFactor(for need: StaffNeed) -> Bool {
        guard let login, !login.hasFactor else { return false }
        return switch need {
        case .known, .account: false
        case .member: login.role.needsSecondFactor
        case .permission(let permission): login.role.needsSecondFactor || !permission.isOfNumbers
        }
    }

    func may(_ permission: Permission, at venue: String? = nil) -> Bool { member.may(permission, at: venue) }

    /// Goes on only where the visitor may do this at a venue, by its slug.
    ///
    /// - Throws: `Refusal.notAllowed`.
    func require(_ permission: Permission, at venue: String) throws(Refusal) {
        guard may(permission, at: venue) else { throw .notAllowed }
    }
}
