internal import Logging
internal import RegistrationStore

/// Throws away, hour by hour, what has had its time, and writes the reminders once theirs has come.
struct Housekeeping: Sendable {
    let store: RegistrationStore
    let logger: Logger

    /// Often enough that a day's keys go in small pieces. Several instances may do it at once: each row goes once.
    private static let pause = Duration.seconds(3600)

    /// Until the task is cancelled. What fails is tried again an hour later.
    func run() async {
        while (try? await Task.sleep(for: Self.pause)) != nil {
            await forget("request keys") { () async throws(StoreError) in try await store.forgetRequestKeys() }
            await forget("traces of logins") { () async throws(StoreError) in try await store.forgetStaffTraces() }
            await forget("notes") { () async throws(StoreError) in try await store.forgetNotes() }
            await purge()
            await remind()
        }
    }

    private func forget(_ what: String, _ work: () async throws(StoreError) -> Int) async {
        do {
            let count = try await work()
            if count > 0 { logger.info("\(what) forgotten", metadata: ["count": "\(count)"]) }
        } catch {
            logger.warning("\(what) can't be forgotten; trying again later", metadata: ["cause": "\(error)"])
        }
    }

    /// In small pieces, with pauses in which those who sign up for another edition go on.
    private func purge() async {
        while !Task.isCancelled, await purgesMore() { try? await Task.sleep(for: .milliseconds(200)) }
    }

    /// Whether there was something to delete, and there may be more.
    private func purgesMore() async -> Bool {
        do {
            let deleted = try await store.purge()
            for data in deleted {
                logger.info(
                    "personal data past its time deleted",
                    metadata: [
                        "edition": "\(data.edition.map(String.init) ?? "all")", "kind": "\(data.kind.rawValue)",
                        "count": "\(data.rows)",
                    ])
            }
            return !deleted.isEmpty
        } catch {
            logger.warning("personal data can't be deleted; trying again later", metadata: ["cause": "\(error)"])
            return false
        }
    }

    private func remind() async {
        do {
            let count = try await store.writeReminders()
            if count > 0 { logger.info("reminders written", metadata: ["count": "\(count)"]) }
        } catch {
            logger.warning("reminders can't be written; trying again later", metadata: ["cause": "\(error)"])
        }
    }
}
