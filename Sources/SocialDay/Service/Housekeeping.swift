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
            await forget("needs") { () async throws(StoreError) in try await store.forgetNeeds() }
            await forget("people") { () async throws(StoreError) in try await store.forgetPeople() }
            await forget("letters") { () async throws(StoreError) in try await store.forgetLetters() }
            await forget("staff's traces") { () async throws(StoreError) in try await store.forgetStaffTraces() }
            await remind()
        }
    }

    private func forget(_ what: String, _ body: () async throws(StoreError) -> Int) async {
        do {
            let count = try await body()
            if count > 0 { logger.info("\(what) forgotten", metadata: ["count": "\(count)"]) }
        } catch {
            logger.warning("\(what) can't be forgotten; trying again later", metadata: ["cause": "\(error)"])
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
