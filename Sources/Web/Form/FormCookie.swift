internal import Hummingbird
internal import Registration

/// The one cookie that visitors get, when they first see a form: it ties forms to the browser that asked for them, and proves
/// for an hour who signed up. It holds 128 random bits and nothing else, so no banner is needed.
enum FormCookie {
    static let name = "__Host-f"
    /// Half a year: the browser that signed up in September can still be told that it has a place in December.
    private static let lifetime = 180 * 24 * 3600

    static func value(in request: Request) -> String? {
        guard let value = request.cookies[name]?.value, value.utf8.count == 22, Base64URL.decode(value) != nil else {
            return nil
        }
        return value
    }

    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    static func field(value: String) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(lifetime); Secure; HttpOnly; SameSite=Lax"
    }
}
