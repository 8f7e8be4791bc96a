internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Registration

/// What every posted form passes before anything of it is believed: the limits, where it was sent from, the token it was
/// given out with, and two traps for programs that fill in forms. No puzzle for people.
struct FormGate: Sendable {
    let tokens: FormToken
    let limiter: FormLimiter
    let publicURL: PublicURL
    /// Whether a form that was filled in faster than a person can is made to wait.
    let holdsHaste: Bool

    /// A field that people don't see, and leave empty.
    static let trap = "website"
    /// Less than it takes to read a form, in seconds.
    private static let leastTime: TimeInterval = 1

    /// Why a form is not taken. It comes back with what was typed and a new token.
    enum Objection: Hashable, Sendable {
        case tooMany(retryAfterSeconds: Int)
        /// Sent from another site, or with a token that is not this browser's.
        case foreign
        /// The browser keeps no cookie, or has just thrown it away.
        case cookieless
        /// Given out too long ago.
        case expired
        /// The field that people don't see was filled in.
        case trapped

        var status: HTTPResponse.Status {
            switch self {
            case .tooMany: .tooManyRequests
            case .foreign, .cookieless: .forbidden
            case .expired, .trapped: .unprocessableContent
            }
        }

        var retryAfter: Int? {
            if case .tooMany(let seconds) = self { seconds } else { nil }
        }
    }

    /// - Parameter form: What the token was issued for.
    func objection(
        to fields: FormFields, of form: String, from browser: Browser, _ request: Request, _ context: WebContext
    ) async -> Objection? {
        // What costs nothing to check comes first.
        if case .refused(let seconds) = limiter.attempt(client: context.client, cookie: browser.knownCookie) {
            return .tooMany(retryAfterSeconds: seconds)
        }
        guard SameOrigin.holds(for: request, origin: publicURL.origin) else { return .foreign }
        guard browser.knownCookie != nil else { return .cookieless }
        switch tokens.verdict(on: fields["form_token"], form: form, cookie: browser.knownCookie) {
        case .valid(let age):
            // Not refused, since a person with a good memory for forms may be quick: a program is only slowed down.
            if holdsHaste, age < Self.leastTime { try? await Task.sleep(for: .seconds(Self.leastTime - max(0, age))) }
        case .expired: return .expired
        case .foreign: return .foreign
        }
        return fields[Self.trap].isEmpty ? nil : .trapped
    }

    func token(for form: String, _ browser: Browser) -> String { tokens.issue(form: form, cookie: browser.cookie) }
}
