internal import Foundation
internal import Registration

/// Shows that a form was given out by us, to this browser, for this session, not long ago: HMAC-SHA256 over all of that, so
/// that nothing is stored and every instance accepts what another gave out.
struct FormToken: Sendable {
    /// How long a form may lie open.
    static let lifetime: TimeInterval = 4 * 3600

    enum Verdict: Equatable {
        /// Ours; given out so many seconds ago.
        case valid(age: TimeInterval)
        /// Ours, but given out too long ago.
        case expired
        /// Missing, made up, or another browser's or session's.
        case foreign
    }

    let key: TicketKey

    /// A token for one browser and one form.
    func issue(form: String, cookie: String, now: Date = Date()) -> String {
        let issued = Self.bytes(of: now)
        return Base64URL.encode(issued + code(issued: issued, form: form, cookie: cookie).prefix(16))
    }

    func verdict(on token: String, form: String, cookie: String?, now: Date = Date()) -> Verdict {
        guard let cookie, let bytes = Base64URL.decode(token), bytes.count == 24 else { return .foreign }
        let issued = Array(bytes[..<8])
        guard
            key.isValid(
                Array(bytes[8...]), for: Self.message(issued: issued, form: form, cookie: cookie), label: "form")
        else { return .foreign }
        let milliseconds = issued.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let age = now.timeIntervalSince1970 - TimeInterval(milliseconds) / 1000
        // Another instance's clock may be a little ahead of ours.
        return (-300...Self.lifetime).contains(age) ? .valid(age: age) : .expired
    }

    private func code(issued: [UInt8], form: String, cookie: String) -> [UInt8] {
        key.authenticationCode(for: Self.message(issued: issued, form: form, cookie: cookie), label: "form")
    }

    private static func message(issued: [UInt8], form: String, cookie: String) -> [UInt8] {
        issued + Array("\(form)\0\(cookie)".utf8)
    }

    private static func bytes(of date: Date) -> [UInt8] {
        withUnsafeBytes(of: UInt64(max(0, date.timeIntervalSince1970 * 1000)).bigEndian) { Array($0) }
    }
}
