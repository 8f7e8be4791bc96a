internal import Crypto
import Foundation
import Registration

/// What somebody looked for among people, sealed (AES-GCM, RFC 5116) so that a list keeps its address without a name, an address or a
/// telephone number standing in it: not in the browser's history, not in a log. It opens for the same member of the staff
/// only.
struct SealedSearch: Hashable, Sendable {
    let token: String

    init(_ text: String, for actor: StaffActor, key: TicketKey) throws {
        let box = try AES.GCM.seal(
            Array(text.utf8), using: Self.key(key), authenticating: Array(actor.description.utf8))
        token = Base64URL.encode((box.combined ?? Data()))
    }

    private init(token: String) { self.token = token }

    /// - Returns: the search and what was looked for; `nil` for a token that is not this member's.
    static func open(
        _ token: some StringProtocol, for actor: StaffActor, key: TicketKey
    ) -> (search: SealedSearch, text: String)? {
        guard let bytes = Base64URL.decode(token), let box = try? AES.GCM.SealedBox(combined: bytes),
            let text = try? AES.GCM.open(box, using: Self.key(key), authenticating: Array(actor.description.utf8))
        else { return nil }
        return (SealedSearch(token: String(token)), String(decoding: text, as: UTF8.self))
    }

    private static func key(_ key: TicketKey) -> SymmetricKey {
        SymmetricKey(data: key.authenticationCode(for: Array("people".utf8), label: "sealed search"))
    }
}
