internal import HTTPTypes
internal import Hummingbird
internal import Registration

/// The cookies of the staff. None is readable by scripts, and what opens something ends with the browser.
enum StaffCookie: String {
    /// An account's login: 256 random bits.
    case login = "__Host-login"
    /// A steward's door: the token of the link.
    case door = "__Host-door"
    /// That an account has logged in here before: `KnownBrowser`.
    case known = "__Host-known"
    /// The language of whoever has no account.
    case language = "__Host-language"

    func value(in request: Request) -> String? { request.cookies[rawValue]?.value }

    /// - Parameter lifetime: In seconds; `nil`: until the browser is closed.
    func field(_ value: String, lifetime: Int? = nil) -> String {
        let age = lifetime.map { "; Max-Age=\($0)" } ?? ""
        return "\(rawValue)=\(value); Path=/\(age); Secure; HttpOnly; SameSite=Lax"
    }

    /// Takes it away from the browser.
    var removal: String { field("", lifetime: 0) }
}

extension Response {
    /// Sets a cookie beside those that are set already.
    func setting(_ cookie: String) -> Response {
        var response = self
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }
}

extension StaffCookie {
    /// What the staff's pages are read in, as far as the request tells.
    static func language(of request: Request) -> Language? {
        request.uri.path.hasPrefix("/staff") ? StaffDesk.language(request) : nil
    }
}
