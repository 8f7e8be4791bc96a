/// How the service meets the network: where it listens, what it calls itself, and what it puts up with.
///
/// Only values: whoever builds it reads settings and files.
public struct FrontConfiguration: Sendable {
    /// Where HTTPS is served.
    public var listen: ListenAddress
    /// Where plain HTTP is served, which only redirects; nil for not at all.
    public var redirectListen: ListenAddress?
    /// The address people know the service by. Requests naming another host are refused.
    public var publicURL: PublicURL
    /// Whose `X-Forwarded-For` is believed. Connections from there don't count towards the cap per address.
    public var trustedProxies: [AddressRange]
    /// Whether limits per address apply, caps on connections included.
    public var limitsAddresses: Bool
    /// What one client may take.
    public var limits: FrontLimits

    public init(
        listen: ListenAddress, publicURL: PublicURL, redirectListen: ListenAddress? = nil,
        trustedProxies: [AddressRange] = [], limitsAddresses: Bool = true, limits: FrontLimits = FrontLimits()
    ) {
        self.listen = listen
        self.publicURL = publicURL
        self.redirectListen = redirectListen
        self.trustedProxies = trustedProxies
        self.limitsAddresses = limitsAddresses
        self.limits = limits
    }

    /// A setting that can't be meant, said so that whoever wrote it can mend it.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case listenAddress(String)
        case publicURL(String)

        public var description: String {
            switch self {
            case .listenAddress(let text):
                "\"\(text)\" is not an address to listen on; write HOST:PORT, such as 127.0.0.1:8443 or [::]:443"
            case .publicURL(let text):
                "\"\(text)\" is not a public address; write https://HOST or https://HOST:PORT, without a path"
            }
        }
    }
}

/// What one client may take before it is cut off or asked to come back later.
public struct FrontLimits: Sendable {
    /// Open connections in all; past that, new ones wait in the kernel's queue.
    public var connections = 10_000
    /// Open connections of one IPv4 address or IPv6 /64. A town hall's wifi is one address.
    public var connectionsPerAddress = 300
    /// Posted forms of one address in a minute.
    public var formPostsPerAddress = 600
    /// Posted forms of one form cookie in a minute.
    public var formPostsPerCookie = 20

    /// From the accepted connection to the end of the TLS handshake.
    public var handshake: Duration = .seconds(10)
    /// From the first byte of a request (or the new connection) to the end of its head.
    public var head: Duration = .seconds(10)
    /// From the head to the end of the whole body, however it trickles.
    public var body: Duration = .seconds(30)
    /// How long a reader may take nothing while there is something to take.
    public var writeStall: Duration = .seconds(30)
    /// How long a kept-alive connection may wait for its next request.
    public var idle: Duration = .seconds(60)
    /// How long an unfinished upload is read, and thrown away, once it was refused, so that the client sees the answer.
    public var linger: Duration = .seconds(3)

    /// The largest body, in bytes.
    public var bodySize = 64 * 1024
    /// The largest body of the few paths that take a file, with its form around it.
    public static let largeBodies = ["/staff/import": 1024 * 1024 + bodyMargin]
    private static let bodyMargin = 16 * 1024

    /// The largest body of a request for a path, in bytes.
    public func bodySize(of path: some StringProtocol) -> Int {
        max(bodySize, Self.largeBodies[String(path.prefix { $0 != "?" })] ?? 0)
    }

    /// The largest head, in bytes: the request line and all fields.
    public var headSize = 32 * 1024
    /// The longest field or request target, in bytes.
    public var fieldSize = 16 * 1024
    /// The most fields in a head.
    public var fieldCount = 100

    public init() {}
}

/// A host and port to listen on.
public struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// A name or an address; IPv6 without brackets.
    public let host: String
    /// 0 takes any free port.
    public let port: Int

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT`, `[IPV6]:PORT`, `:PORT` or `PORT`; without a host it is every address of the machine.
    public init(_ text: String) throws(FrontConfiguration.Problem) {
        let problem = FrontConfiguration.Problem.listenAddress(text)
        let colon = text.lastIndex(of: ":")
        guard let port = UInt16(text[(colon.map(text.index(after:)) ?? text.startIndex)...]) else { throw problem }
        var host = colon.map { text[..<$0] } ?? ""
        if host.first == "[", host.last == "]" {
            host = host.dropFirst().dropLast()
            guard host.contains(":"), IPAddress(host) != nil else { throw problem }
        } else if host.contains(":") || !host.utf8.allSatisfy(\.isHostByte) {
            throw problem
        }
        self.init(host: host.isEmpty ? "::" : String(host), port: Int(port))
    }

    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// The origin that the service is known by: every link it writes starts with it, whatever a request calls it.
public struct PublicURL: Hashable, Sendable, CustomStringConvertible {
    /// In lower case; an IPv6 address keeps its brackets.
    public let host: String
    /// 443 where the address names none.
    public let port: Int
    /// `https://HOST[:PORT]`, without a slash at the end.
    public let origin: String
    /// What a browser sends as `Host`.
    public let authority: String

    /// Reads `https://HOST[:PORT][/]`.
    public init(_ text: String) throws(FrontConfiguration.Problem) {
        let problem = FrontConfiguration.Problem.publicURL(text)
        let lower = text.lowercased()
        guard lower.hasPrefix("https://") else { throw problem }
        var rest = lower.dropFirst("https://".count)
        if rest.last == "/" { rest.removeLast() }
        guard let (host, port) = Self.split(rest), port != 0 else { throw problem }
        self.host = host
        self.port = port ?? 443
        authority = self.port == 443 ? host : "\(host):\(self.port)"
        origin = "https://" + authority
    }

    public var description: String { origin + "/" }

    /// Whether a `Host` field means this service: its name, and its port or none.
    public func names(_ authority: String) -> Bool {
        if authority == self.authority { return true }
        guard let (host, port) = Self.split(authority.lowercased()[...]) else { return false }
        return (host == self.host || host == self.host + ".") && (port == nil || port == self.port)
    }

    /// The host and port of an authority in lower case (RFC 3986 §3.2, without user information), or nil.
    static func split(_ authority: Substring) -> (host: String, port: Int?)? {
        var host = authority
        var port: Int?
        let afterBracket = authority.lastIndex(of: "]") ?? authority.startIndex
        if let colon = authority[afterBracket...].lastIndex(of: ":") {
            guard let given = UInt16(authority[authority.index(after: colon)...]) else { return nil }
            (host, port) = (authority[..<colon], Int(given))
        }
        if host.first == "[" {
            guard host.last == "]", IPAddress(host.dropFirst().dropLast()) != nil else { return nil }
        } else if host.isEmpty || !host.utf8.allSatisfy(\.isHostByte) {
            return nil
        }
        return (String(host), port)
    }
}

extension UInt8 {
    /// Letters, digits, hyphen, dot and underscore: all that host names are made of in practice.
    fileprivate var isHostByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
