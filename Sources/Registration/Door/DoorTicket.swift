internal import Foundation

/// What was shown, read out or typed at a door to name a sign-up.
public enum DoorTicket: Hashable, Sendable {
    /// The secret of a code, good for this version of the sign-up's secrets.
    case secret(signUp: Int64, version: Int)
    /// What a sign-up is called; whoever types it knows who stands before them.
    case reference(Reference)
    /// Nothing of ours.
    case unreadable

    /// Versions that a secret is tried for. A sign-up's address can be corrected for an hour, each time with a new version.
    private static let versions = 1...32

    /// Reads the address in a code, the token at its end, or a reference.
    public init(_ text: some StringProtocol, key: TicketKey) {
        let shown = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if let reference = Reference(shown) {
            self = .reference(reference)
            return
        }
        let path = shown.prefix { $0 != "?" && $0 != "#" }
        let token = path.split(separator: "/").last ?? ""
        guard let claimed = Ticket(claimedBy: token), claimed.purpose == .door,
            let version = Self.versions.first(where: { claimed.verify(token, version: $0, key: key) })
        else {
            self = .unreadable
            return
        }
        self = .secret(signUp: claimed.signUp, version: version)
    }

    /// The sign-up that it names, as far as can be told without asking the database.
    public var signUp: Int64? {
        switch self {
        case .secret(let signUp, _): signUp
        case .reference(let reference): reference.signUp
        case .unreadable: nil
        }
    }

    /// The version that the sign-up's secrets must have.
    public var version: Int? {
        if case .secret(_, let version) = self { version } else { nil }
    }
}
