internal import Export
internal import Foundation
internal import Logging
internal import Postgres
internal import Registration
internal import RegistrationStore

/// Writes each night's export when it is due, and one that was missed as soon as the service is there again.
struct NightWatch: Sendable {
    let store: RegistrationStore
    let database: PostgresConfiguration
    let plan: NightlyExport.Plan
    let logger: Logger

    /// How often the clock is looked at: a night is late by as much at most. The first time as soon as the service has begun
    /// to serve, for what was missed.
    private static let look = Duration.seconds(20)
    private static let firstLook = Duration.seconds(5)
    /// Between two tries of a night that failed, in seconds; where it was refused there is no use in trying before the next.
    private static let patience: TimeInterval = 900
    private static let refusalPatience: TimeInterval = 20 * 3600

    /// Until the task is cancelled.
    func run() async {
        var next = Date.distantPast
        var pause = Self.firstLook
        while (try? await Task.sleep(for: pause)) != nil {
            pause = Self.look
            guard Date.now >= next, let status = await status(),
                NightSchedule(timeZone: status.timeZone).isOwed(status)
            else { continue }
            next = Date.now + (await write())
        }
    }

    private func status() async -> ExportStatus? {
        do { return try await store.exportStatus() } catch {
            logger.debug("the nightly export's status can't be read", metadata: ["cause": "\(error)"])
            return nil
        }
    }

    /// - Returns: how many seconds nothing is to be tried.
    private func write() async -> TimeInterval {
        do {
            switch try await NightlyExport(database, plan, logger: logger).run() {
            case .written(let manifest):
                logger.info(
                    "the nightly export is written",
                    metadata: [
                        "night": "\(manifest.night)", "files": "\(manifest.files.count)", "rows": "\(manifest.rows)",
                    ])
                if !manifest.agrees { logger.error("counters of the database disagree with its sign-ups") }
            case .alreadyThere, .noEdition: break
            }
            return 0
        } catch ExportError.refusedPlain {
            logger.error("the nightly export is refused", metadata: ["cause": "\(ExportError.refusedPlain)"])
            return Self.refusalPatience
        } catch {
            logger.error(
                "the nightly export failed; trying again in a quarter of an hour", metadata: ["cause": "\(error)"])
            return Self.patience
        }
    }
}
