import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An IP address as 128 bits; IPv4 is held as IPv6 maps it (`::ffff:a.b.c.d`, RFC 4291 §2.5.5.2), so that one client is
/// one value whichever socket it came through.
struct IPAddress: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    static let mappedIPv4: UInt64 = 0x0000_ffff_0000_0000

    /// The address that a text such as `192.0.2.1` or `2001:db8::1` stands for, or nil.
    init?(_ text: some StringProtocol) {
        var v4 = in_addr()
        var v6 = in6_addr()
        let text = String(text)
        if inet_pton(AF_INET, text, &v4) == 1 {
            self.init(v4)
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            self.init(v6)
        } else {
            return nil
        }
    }

    /// The address of a peer; nil for a Unix socket.
    ///
    /// The offsets are those of `sin_addr` and `sin6_addr`.
    init?(_ address: SocketAddress?) {
        guard let address else { return nil }
        let read: IPAddress? = address.withSockAddr { socket, size in
            let bytes = UnsafeRawBufferPointer(start: socket, count: size)
            switch address {
            case .v4: return IPAddress(bytes.loadUnaligned(fromByteOffset: 4, as: in_addr.self))
            case .v6: return IPAddress(bytes.loadUnaligned(fromByteOffset: 8, as: in6_addr.self))
            case .unixDomainSocket: return nil
            }
        }
        guard let read else { return nil }
        self = read
    }

    private init(_ address: in_addr) {
        high = 0
        low = Self.mappedIPv4 | UInt64(UInt32(bigEndian: address.s_addr))
    }

    private init(_ address: in6_addr) {
        (high, low) = withUnsafeBytes(of: address) { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    var isIPv4: Bool { high == 0 && low & ~0xffff_ffff == Self.mappedIPv4 }

    /// What limits count by: an IPv4 address itself, the /64 of an IPv6 one, since that is what one subscriber holds.
    var network: IPAddress { isIPv4 ? self : IPAddress(high: high, low: 0) }
}

/// A block of addresses such as `10.0.0.0/8`, or one address.
public struct AddressRange: Hashable, Sendable {
    private let first: IPAddress
    private let highMask: UInt64
    private let lowMask: UInt64

    /// The block that a text in CIDR notation stands for (RFC 4632 §3.1); nil when it is none, or when the address has
    /// bits set beyond the prefix, which is a slip more often than a meaning.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]) else { return nil }
        let width = address.isIPv4 && !parts[0].contains(":") ? 32 : 128
        var length = width
        if parts.count == 2 {
            guard let given = Int(parts[1]), (0...width).contains(given) else { return nil }
            length = given
        }
        length += 128 - width
        highMask = length >= 64 ? .max : ~(.max >> UInt64(length))
        lowMask = length <= 64 ? 0 : ~(UInt64.max >> UInt64(length - 64)) | (length == 128 ? .max : 0)
        first = address
        guard contains(address), address.high & ~highMask == 0, address.low & ~lowMask == 0 else { return nil }
    }

    func contains(_ address: IPAddress) -> Bool {
        address.high & highMask == first.high & highMask && address.low & lowMask == first.low & lowMask
    }
}

extension [AddressRange] {
    func contains(_ address: IPAddress) -> Bool {
        contains { $0.contains(address) }
    }

    /// The client behind a chain of trusted proxies.
    ///
    /// `X-Forwarded-For` is read from the right, and only as far as trusted proxies wrote it: whatever a client puts
    /// there itself comes before the entry that the outermost trusted proxy added.
    func client(peer: IPAddress, forwardedFor values: some Sequence<String>) -> IPAddress {
        guard contains(peer) else { return peer }
        var client = peer
        for value in [String](values).reversed() {
            // By bytes: what a client sends may end in a mark that would make one character with the comma behind it.
            for hop in value.utf8.split(separator: UInt8(ascii: ",")).reversed() {
                guard let address = IPAddress(hop: Substring(hop)) else { return client }
                client = address
                if !contains(address) { return client }
            }
        }
        return client
    }
}

extension IPAddress {
    /// An entry of `X-Forwarded-For`, which some proxies write with a port.
    fileprivate init?(hop: Substring) {
        let hop = hop.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
        if hop.first == "[" {
            self.init(hop.dropFirst().prefix { $0 != "]" })
        } else if hop.count(where: { $0 == ":" }) == 1 {
            self.init(hop.prefix { $0 != ":" })
        } else {
            self.init(hop)
        }
    }
}
