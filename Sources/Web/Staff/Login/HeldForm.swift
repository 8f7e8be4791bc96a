internal import Crypto
internal import Foundation
internal import Registration

/// What somebody had typed when their login had ended, or when they had to show again who they are. It goes through the form
/// for that as one hidden field, sealed (AES-GCM, RFC 5116) so that nobody else can make one up, and is sent again only by a
/// click of theirs: then it is a form like any other, of the login that there is now.
struct HeldForm: Hashable, Codable, Sendable {
    /// Where it was posted.
    let path: String
    /// The page that it was posted from.
    let page: String?
    let fields: [Field]
    let heldAt: Date

    struct Field: Hashable, Codable, Sendable {
        let name: String
        let value: String
    }

    /// The name of the hidden field.
    static let name = "held"
    /// In bytes, of all that was typed: what a form may carry beside the rest, once it is sealed and written in base 64.
    private static let most = 32 * 1024
    /// How long it may wait, in seconds.
    private static let lifetime: TimeInterval = 4 * 3600

    /// - Returns: `nil` for what can't be held: files that are no text, or too much.
    init?(_ form: FormFields, path: String, page: String?, now: Date) {
        guard let texts = form.texts else { return nil }
        fields = texts.filter { $0.name != "form_token" }.map { Field(name: $0.name, value: $0.value) }
        guard fields.reduce(0, { $0 + $1.name.utf8.count + $1.value.utf8.count }) <= Self.most else { return nil }
        self.path = path
        self.page = page.flatMap(StaffAddress.known)
        heldAt = now
    }

    /// What was sealed; `nil` for what is none of ours, or has waited too long.
    init?(sealed text: String, key: TicketKey, now: Date) {
        guard let bytes = Base64URL.decode(text), let box = try? AES.GCM.SealedBox(combined: bytes),
            let json = try? AES.GCM.open(box, using: Self.key(key)),
            let held = try? JSONDecoder().decode(HeldForm.self, from: json),
            (0...Self.lifetime).contains(now.timeIntervalSince(held.heldAt))
        else { return nil }
        self = held
    }

    func sealed(key: TicketKey) throws -> String {
        let box = try AES.GCM.seal(try JSONEncoder().encode(self), using: Self.key(key))
        return Base64URL.encode(box.combined ?? Data())
    }

    private static func key(_ key: TicketKey) -> SymmetricKey {
        SymmetricKey(data: key.authenticationCode(for: Array("form".utf8), label: "held form"))
    }
}
