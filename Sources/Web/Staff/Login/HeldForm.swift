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
    /// `false` where a file had to be left out: it has to be chosen again.
    let isWhole: Bool
    let heldAt: Date

    struct Field: Hashable, Codable, Sendable {
        let name: String
        let value: String
    }

    /// The name of the hidden field.
    static let name = "held"
    /// In bytes, of all that was typed: what a form may carry beside the rest once it is sealed and written in base 64, were
    /// every character one that JSON doubles.
    private static let most = 22 * 1024
    /// How long it may wait, in seconds.
    private static let lifetime: TimeInterval = 4 * 3600

    /// What is too large is left out of a form that takes files, as are files that are no text: the rest of it is held.
    ///
    /// - Returns: `nil` where another form is too large.
    init?(_ form: FormFields, path: String, page: String?, now: Date) {
        var left = Self.most
        let texts = form.texts.filter { $0.name != "form_token" }
        fields = texts.compactMap { name, value in
            let size = name.utf8.count + value.utf8.count
            guard size <= left else { return nil }
            left -= size
            return Field(name: name, value: value)
        }
        isWhole = fields.count == texts.count && form.areAllTexts
        guard isWhole || FrontLimits.largeBodies[path] != nil else { return nil }
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
