internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Registration
internal import RegistrationStore

/// What a load balancer and a watchman ask.
struct HealthRoutes: Sendable {
    /// A part of the service, and whether it works. Details are for the log: these answers are public.
    struct Part: Encodable, Sendable {
        enum Status: String, Encodable, Sendable { case ok, degraded, down }
        let status: Status
        /// A word for what is wrong, where there are several possibilities.
        var reason: String?
    }

    private struct Reply: Encodable {
        let status: String
        let parts: [String: Part]
    }

    let store: RegistrationStore
    let certificate: @Sendable () -> Part
    let mail: @Sendable () -> Part
    let nights: NightlyWork

    func add(to router: some RouterMethods<WebContext>) {
        // Alive means that the process answers, whatever else is wrong: restarting it would not help.
        router.get("/health/live") { _, _ in JSONAnswer.response(["status": "live"]) }
        router.get("/health/ready") { _, context in await ready(context.logger) }
    }

    private func ready(_ logger: Logger) async -> Response {
        let trouble = await store.trouble()
        if let trouble { logger.warning("not ready", metadata: ["cause": "\(trouble)"]) }
        let parts = [
            "database": Part(status: trouble == nil ? .ok : .down), "certificate": certificate(), "mail": mail(),
            "exports": trouble == nil ? await exports() : Part(status: .ok),
        ]
        let isDown = parts.values.contains { $0.status == .down }
        let isDegraded = parts.values.contains { $0.status == .degraded }
        let reply = Reply(status: isDown ? "down" : isDegraded ? "degraded" : "ready", parts: parts)
        var headers: HTTPFields = [.contentType: "application/json", .cacheControl: "no-store"]
        if isDown { headers[.retryAfter] = "5" }
        return JSONAnswer.response(reply, status: isDown ? .serviceUnavailable : .ok, headers: headers)
    }

    /// The last good night must not be older than 26 hours, where this service writes them or somebody did. One that is set up
    /// to refuse them says so before the first is missing.
    private func exports() async -> Part {
        if nights == .refused { return Part(status: .degraded, reason: "recipients_not_set") }
        guard let status = try? await store.exportStatus() else { return Part(status: .ok) }
        let isLate = status.isLate && (nights == .written || status.lastGoodAt != nil)
        return isLate ? Part(status: .degraded, reason: "older_than_26_hours") : Part(status: .ok)
    }
}

/// Whether this service writes nightly exports.
public enum NightlyWork: Sendable {
    case written
    /// Something else does.
    case off
    /// Nobody has said to whom they are encrypted, nor that plain files are meant.
    case refused
}
