internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// What the routes of the staff share, and who may come in: the one place where that is decided.
struct StaffDesk: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let key: TicketKey
    let publicURL: PublicURL

    /// Whether somebody comes in.
    enum Admission: Sendable {
        case admitted(StaffVisit)
        /// Something else comes first, there: logging in (nobody's visit), or showing the password again.
        case later(StaffVisit?, path: String)
        /// The second factor has to be set up, there.
        case elsewhere(path: String)
    }

    /// Lets in whoever may, and otherwise says where that is made good.
    ///
    /// - Throws: `Refusal.notAllowed` for whoever is known and may not.
    func admission(
        _ request: Request, _ context: WebContext, _ need: StaffNeed, _ proof: StaffProof
    ) async throws -> Admission {
        guard let visit = try await visit(request, context, need) else {
            return .later(nil, path: StaffAddress.login(to: returnPath(request)).path)
        }
        if visit.lacksFactor(for: need) { return .elsewhere(path: StaffAddress.factor.path) }
        if proof == .fresh, !visit.isFresh {
            guard visit.login != nil else { throw Refusal.notAllowed }
            return .later(visit, path: StaffAddress.confirm(to: returnPath(request)).path)
        }
        return .admitted(visit)
    }

    /// Whoever asks, where they may what the route needs; `nil` where nobody is known.
    ///
    /// - Throws: `Refusal.notAllowed`.
    func visit(_ request: Request, _ context: WebContext, _ need: StaffNeed) async throws -> StaffVisit? {
        let candidates = [try await accountVisit(request), try await doorVisit(request)].compactMap(\.self)
        guard !candidates.isEmpty else { return nil }
        let venue = context.parameters.get("venue")
        guard let visit = candidates.first(where: { $0.meets(need, at: venue) }) else { throw Refusal.notAllowed }
        return visit
    }

    /// Whoever is logged in, whatever they may; `nil` for nobody.
    func accountVisit(_ request: Request) async throws -> StaffVisit? {
        guard let secret = StaffCookie.login.value(in: request).flatMap(LoginSecret.init(text:)),
            let login = try await store.login(secret)
        else { return nil }
        return StaffVisit(
            member: login.member, login: login, door: nil, language: login.language, now: Date(),
            formToken: formToken(of: secret.text))
    }

    private func doorVisit(_ request: Request) async throws -> StaffVisit? {
        guard let token = StaffCookie.door.value(in: request),
            let link = StaffLink(.door, token: token, key: key), let door = try await store.door(link.id)
        else { return nil }
        return StaffVisit(
            member: door.member, login: nil, door: door, language: Self.language(request), now: Date(),
            formToken: formToken(of: token))
    }

    /// The language of whoever has no account: chosen here or before, or their browser's.
    static func language(_ request: Request) -> Language {
        chosenLanguage(request)
            ?? StaffCookie.language.value(in: request).flatMap(Language.init(rawValue:))
            ?? Language(acceptLanguage: request.headers[.acceptLanguage])
    }

    /// What the address asks for, by the link on top of the pages that ask for no login.
    static func chosenLanguage(_ request: Request) -> Language? {
        request.uri.queryParameters.get("lang").flatMap { Language(rawValue: String($0)) }
    }

    /// Whether a form or call came from a page that was made for this login.
    func isOurs(_ request: Request, token: String, _ visit: StaffVisit) -> Bool {
        isOurs(request, token: token, expected: visit.formToken)
    }

    /// The same for a login by its cookie, whether or not it has ended.
    func isOurs(_ request: Request, token: String, of secret: String) -> Bool {
        isOurs(request, token: token, expected: formToken(of: secret))
    }

    private func isOurs(_ request: Request, token: String, expected: String) -> Bool {
        let (expected, given) = (Array(expected.utf8), Array(token.utf8))
        return SameOrigin.holds(for: request, origin: publicURL.origin) && expected.count == given.count
            && zip(expected, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The same for all forms of a login, which it ends with: whatever lies open for an hour is still taken.
    func formToken(of secret: String) -> String {
        Base64URL.encode(key.authenticationCode(for: Array(secret.utf8), label: "staff form").prefix(16))
    }

    /// Where to come back to: the page itself or, for what was posted, the page that it was posted from.
    func returnPath(_ request: Request) -> String? {
        if request.method == .get || request.method == .head { return request.uri.description }
        guard let referer = request.headers[.referer], referer.hasPrefix(publicURL.origin + "/") else { return nil }
        return String(referer.dropFirst(publicURL.origin.count))
    }
}

extension StaffVisit {
    fileprivate func meets(_ need: StaffNeed, at venue: String?) -> Bool {
        switch need {
        case .known, .member: venue.map { venues.contains(slug: $0) } ?? true
        case .account: login != nil
        case .permission(let permission): may(permission, at: venue)
        }
    }
}
