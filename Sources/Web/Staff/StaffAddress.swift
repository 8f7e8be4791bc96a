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
    /// Where a login of one's own is ended, by POST.
    case endLogin(UUID)
    /// A mailed link, by which a password is chosen.
    case link(token: String)
    case forgotten
    case accounts
    case newAccount
    case changeAccount(UUID)
    /// What is done to an account, by POST.
    case accountStep(UUID, AccountStep)
    case record
    /// Attendee lists: the form and what was exported; one that was asked for; its file.
    case exports
    case export(Int64)
    case exportFile(Int64)
    case exportChoice(Int64)
    /// A steward's link, and what it opens.
    case doorLink(token: String)
    case door
    case doorSession(slug: String)
    /// A ticket's code, opened at a door.
    case doorTicket(token: String)
    /// How full a venue is; `nil`: all venues.
    case board(venue: String?)
    case capacity(venue: String, slug: String)
    /// A session's sign-in sheet.
    case sheet(slug: String)
    case desk(DeskAddress)
    case people(PeopleAddress)

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
        case .endLogin(let id): "/staff/account/logins/\(id.uuidString.lowercased())/end"
        case .link(let token): "/staff/links/" + PageAddress.segment(token)
        case .forgotten: "/staff/forgotten"
        case .accounts: "/staff/accounts"
        case .newAccount: "/staff/accounts/new"
        case .changeAccount(let id): "/staff/accounts/\(id.uuidString.lowercased())"
        case .accountStep(let id, let step): "/staff/accounts/\(id.uuidString.lowercased())/\(step.rawValue)"
        case .record: "/staff/record"
        case .exports: "/staff/exports"
        case .export(let run): "/staff/exports/\(run)"
        case .exportFile(let run): "/staff/exports/\(run)/file"
        case .exportChoice(let choice): "/staff/exports/choices/\(choice)/forget"
        case .doorLink(let token): "/staff/door/" + PageAddress.segment(token)
        case .door: "/staff/door"
        case .doorSession(let slug): "/staff/door/sessions/" + PageAddress.segment(slug)
        case .doorTicket(let token): "/staff/door/tickets/" + PageAddress.segment(token)
        case .board(nil): "/staff/board"
        case .board(let venue?): "/staff/venues/" + PageAddress.segment(venue) + "/board"
        case .capacity(let venue, let slug):
            "/staff/venues/" + PageAddress.segment(venue) + "/sessions/" + PageAddress.segment(slug) + "/capacity"
        case .sheet(let slug): "/staff/sessions/" + PageAddress.segment(slug) + "/sheet"
        case .desk(let address): address.path
        case .people(let address): address.path
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

/// What whoever manages accounts does to one, by the last part of its address.
enum AccountStep: String, CaseIterable, Hashable, Sendable {
    case disable, enable, reset
}
