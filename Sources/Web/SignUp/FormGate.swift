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
    /// Less than it takes to read a form.
    private static let leastTime: TimeInterval = 1

    struct Refused: Error {
        let reason: FormReturn
        var status: HTTPResponse.Status?
    }

    /// - Parameters:
    ///   - form: What the form was given out for.
    ///   - cookie: The form cookie, if the browser sent one.
    /// - Throws: `Refused`, with the reason to show above the form.
    func admit(
        _ fields: FormFields, _ request: Request, _ context: WebContext, form: String, cookie: String?
    ) async throws(Refused) {
        // What costs nothing to check comes first.
        if case .refused(let seconds) = limiter.attempt(client: context.client, cookie: cookie) {
            throw Refused(reason: .tooMany(retryAfterSeconds: seconds))
        }
        guard SameOrigin.holds(for: request, origin: publicURL.origin) else {
            throw Refused(reason: .expired, status: .forbidden)
        }
        switch tokens.verdict(on: fields["form_token"], form: form, cookie: cookie) {
        case .valid(let age):
            // Not refused, since a person with a good memory for forms may be quick: a program is only slowed down.
            if holdsHaste, age < Self.leastTime { try? await Task.sleep(for: .seconds(Self.leastTime - max(0, age))) }
        case .expired: throw Refused(reason: .expired)
        case .foreign: throw Refused(reason: .expired, status: .forbidden)
        }
        guard fields[Self.trap].isEmpty else { throw Refused(reason: .trapped) }
    }
}
