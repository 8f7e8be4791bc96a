internal import Logging
internal import RegistrationStore

/// Throws away, hour by hour, what has had its time.
struct Housekeeping: Sendable {
    let store: RegistrationStore
    let logger: Logger

    /// Often enough that a day's keys go in small pieces. Several instances may do it at once: each row goes once.
    private static let pause = Duration.seconds(3600)

    /// Until the task is cancelled. What fails is tried again an hour later.
    func run() async {
        while (try? await Task.sleep(for: Self.pause)) != nil {
            do {
                let forgotten = try await store.forgetRequestKeys()
                if forgotten > 0 { logger.info("request keys forgotten", metadata: ["count": "\(forgotten)"]) }
            } catch {
                logger.warning("request keys can't be forgotten; trying again later", metadata: ["cause": "\(error)"])
            }
        }
    }
}
