internal import Foundation

/// Where a page of the staff is. No language is in the path: it is the account's.
enum StaffAddress: Hashable, Sendable {
    case home
    /// - Parameter to: The path to go on to.
    case login(to: String?)
    case logout
    case code
    /// Showing the password or a code again.
    case confirm(to: String?)
    case language
    /// One's own account.
    case account
    case password
    case factor
    case logins
    case accounts
    case record
    /// A steward's link, and what it opens.
    case doorLink(token: String)
    case door

    var path: String {
        switch self {
        case .home: "/staff"
        case .login(let next): "/staff/login" + Self.query(next)
        case .logout: "/staff/logout"
        case .code: "/staff/login/code"
        case .confirm(let next): "/staff/confirm" + Self.query(next)
        case .language: "/staff/language"
        case .account: "/staff/account"
        case .password: "/staff/account/password"
        case .factor: "/staff/account/second-factor"
        case .logins: "/staff/account/logins"
        case .accounts: "/staff/accounts"
        case .record: "/staff/record"
        case .doorLink(let token): "/staff/door/" + PageAddress.segment(token)
        case .door: "/staff/door"
        }
    }

    private static func query(_ next: String?) -> String {
        guard let next = next.flatMap(known), next != "/staff" else { return "" }
        return "?to=" + PageAddress.segment(next)
    }

    /// A path to go on to, if it is one of the staff's pages: a form or link must not lead anywhere else.
    static func known(_ path: String) -> String? {
        let isPlain = path.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        guard isPlain, path == "/staff" || path.hasPrefix("/staff/") || path.hasPrefix("/staff?") else { return nil }
        return path
    }
}
