internal import Foundation
internal import Hummingbird
internal import Logging
internal import Synchronization

/// Takes what browsers report of pages that broke their policy (`ResponseHeaders`), and tells the log.
///
/// Anybody may send anything here, and a report holds its page's address, which may be a ticket: the log gets words from closed
/// lists and numbers, once a minute at most. See CSP 3, section 5.5, and the Reporting API.
struct PolicyReportRoutes: Sendable {
    private let breaches = PolicyBreaches()

    func add(to router: some RouterMethods<WebContext>) {
        router.post("/csp-reports") { request, context in
            let body = try await request.body.collect(upTo: WebContext.bodyLimit)
            guard let reports = try? JSONDecoder().decode([PolicyReport].self, from: Data(body.readableBytesView))
            else {
                throw Refusal.badRequest
            }
            if let told = breaches.told(after: reports.compactMap(\.breach), at: .now) {
                context.logger.warning(
                    "pages broke their content security policy",
                    metadata: Dictionary(uniqueKeysWithValues: told.map { ("\($0)", "\($1)") }))
            }
            return Response(status: .noContent)
        }
    }
}

/// A report as browsers send it, several at once; of another kind where it has no directive.
struct PolicyReport: Decodable {
    private struct Body: Decodable {
        let effectiveDirective: String?
        let blockedURL: String?
    }

    private let body: Body?

    var breach: PolicyBreach? {
        guard let directive = body?.effectiveDirective else { return nil }
        return PolicyBreach(
            directive: PolicyBreach.directives.contains(directive) ? directive : "another directive",
            source: PolicyBreach.Source(rawValue: body?.blockedURL ?? "") ?? .elsewhere)
    }
}

/// Which rule was broken, and by what.
struct PolicyBreach: Hashable, Sendable, CustomStringConvertible {
    enum Source: String, Sendable { case inline, eval, elsewhere }

    static let directives: Set = [
        "base-uri", "connect-src", "font-src", "form-action", "frame-ancestors", "frame-src", "img-src", "manifest-src",
        "media-src", "object-src", "script-src", "script-src-attr", "script-src-elem", "style-src", "style-src-attr",
        "style-src-elem", "worker-src",
    ]

    let directive: String
    let source: Source

    var description: String { "\(directive) \(source)" }
}

/// Breaches since the log was last told.
final class PolicyBreaches: Sendable {
    private static let pause = Duration.seconds(60)

    private let untold = Mutex<(counts: [PolicyBreach: Int], until: ContinuousClock.Instant?)>(([:], nil))

    /// Counts some more. What there is to tell, or nil where the log was told less than a minute ago: then it is told with a
    /// later one.
    func told(after more: [PolicyBreach], at now: ContinuousClock.Instant) -> [PolicyBreach: Int]? {
        untold.withLock { untold in
            for breach in more { untold.counts[breach, default: 0] += 1 }
            if untold.counts.isEmpty || untold.until.map({ now < $0 }) == true { return nil }
            defer { untold = ([:], now + Self.pause) }
            return untold.counts
        }
    }
}
