internal import Foundation

/// The server that takes our mails: `smtp://[USER:PASSWORD@]HOST[:PORT]` or `smtps://…`, user and password percent-encoded.
public struct SMTPServer: Sendable, CustomStringConvertible {
    enum Security: Hashable, Sendable {
        /// TLS from the first byte.
        case implicit
        /// STARTTLS (RFC 3207), without which nothing is sent.
        case required
        /// To this machine itself: STARTTLS where it is offered, under whatever certificate.
        case local
    }

    let host: String
    let port: Int
    let security: Security
    let user: String?
    let password: String?

    /// - Throws: `Problem`, which does not repeat the text, since it holds a password.
    public init(_ text: String) throws(Problem) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "smtp" || scheme == "smtps", let host = parts.host, !host.isEmpty,
            parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.fragment == nil,
            (1...65_535).contains(parts.port ?? 25)
        else { throw Problem() }
        self.host = host
        security = scheme == "smtps" ? .implicit : Self.isThisMachine(host) ? .local : .required
        port = parts.port ?? (scheme == "smtps" ? 465 : security == .local ? 25 : 587)
        user = parts.user
        password = parts.password
        let isClean = [user, password].compactMap { $0 }.allSatisfy { text in
            !text.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
        }
        guard isClean else { throw Problem() }
    }

    public struct Problem: Error, CustomStringConvertible {
        public var description: String {
            "not a mail server's address; write smtp://USER:PASSWORD@HOST:587 or smtps://USER:PASSWORD@HOST, "
                + "with %40 for an @ in the user's name"
        }
    }

    /// Without the password.
    public var description: String { "\(host):\(port)" }

    private static func isThisMachine(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host == "[::1]" || host.hasPrefix("127.")
    }
}
