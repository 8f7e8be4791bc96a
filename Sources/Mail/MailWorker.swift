public import Logging
internal import Postgres
internal import Registration
public import RegistrationStore
internal import Synchronization

/// Sends what lies in the outbox, until its task is cancelled. Any number of instances share the work.
///
/// It looks every second while there are mails and every three otherwise. Sign-ups could announce their letters, but a
/// transaction that notifies waits for every other that does.
public struct MailWorker: Sendable {
    private let boxes: [any LetterBox]
    private let delivery: any Delivery
    private let status: MailStatus
    private let demand: @Sendable () -> Int
    private let logger: Logger

    /// Mails taken at once by all lanes together, and the pause after them: some 20 mails a second at most, so that a rush of
    /// sign-ups has the machine to itself and the mail server is not overrun.
    private static let round = 4
    private static let pace = Duration.milliseconds(200)
    /// The pause while sign-ups come fast, more than so many in a round: they go first.
    private static let (step, rush) = (Duration.milliseconds(800), 20)
    /// Longer than one round takes at worst, so that no letter is sent twice while its worker lives.
    private static let lease = Duration.seconds(300)
    /// How long mails under way may take once the service was told to end.
    private static let farewell = Duration.seconds(5)

    /// - Parameter demand: How many sign-ups this process has taken so far.
    public init(
        outbox: Outbox, staff: StaffOutbox, delivery: any Delivery, addresses: LetterAddresses, sender: Mailbox,
        status: MailStatus,
        demand: @escaping @Sendable () -> Int = { 0 }, logger: Logger
    ) {
        boxes = [
            StaffLetters(outbox: staff, addresses: addresses, sender: sender),
            AttendeeLetters(outbox: outbox, addresses: addresses, sender: sender),
        ]
        self.delivery = delivery
        self.status = status
        self.demand = demand
        self.logger = logger
    }

    /// Works until the task is cancelled; mails under way are sent, for five seconds at most.
    public func run() async {
        let end = End()
        await withTaskCancellationHandler {
            await work(end)
        } onCancel: {
            end.isNear.store(true, ordering: .releasing)
            let delivery = delivery
            Task {
                try? await Task.sleep(for: Self.farewell)
                delivery.abort()
            }
        }
    }

    /// Whether the service was told to stop, for the work that goes on until then.
    private final class End: Sendable {
        let isNear = Atomic<Bool>(false)
    }

    /// Each lane works by itself, so that a mail that hangs holds up no other.
    private func work(_ end: End) async {
        await withTaskGroup { group in
            for _ in 0..<delivery.lanes { group.addTask { await workLane(end) } }
        }
    }

    private func workLane(_ end: End) async {
        var quietRounds = 0
        var seen = demand()
        while !Task.isCancelled {
            // Brought to its end also where the service is told to stop meanwhile: what was claimed is nobody else's.
            let count = await Task { await sendDue(end) }.value
            quietRounds = count == 0 ? quietRounds + 1 : 0
            let pace = demand() - seen > Self.rush ? Self.step : Self.pace
            seen = demand()
            try? await Task.sleep(for: count > 0 ? pace : quietRounds < 60 ? .seconds(1) : .seconds(3))
        }
    }

    /// A letter that was taken, and where.
    private struct Claimed: Sendable {
        let box: any LetterBox
        let id: Int64
    }

    /// Sends one lane's share of what is due, and returns how many letters that were.
    private func sendDue(_ end: End) async -> Int {
        let share = Self.round / delivery.lanes
        var count = 0
        for box in boxes where count < share {
            let claimed = await claim(share - count, box)
            for letter in claimed { await send(letter, end) }
            count += claimed.count
        }
        return count
    }

    private func claim(_ most: Int, _ box: any LetterBox) async -> [Claimed] {
        do {
            return try await box.queue.claim(most: most, lease: Self.lease).map { Claimed(box: box, id: $0) }
        } catch {
            logger.debug("letters can't be read; trying again", metadata: ["cause": "\(error)"])
            return []
        }
    }

    private func send(_ letter: Claimed, _ end: End) async {
        let result = await delivered(letter)
        // Until the lease ends: then it would go out again anyway.
        for _ in 0..<Self.lease.components.seconds {
            if await isRecorded(result, letter) { return }
            if end.isNear.load(ordering: .acquiring) { break }
            try? await Task.sleep(for: .seconds(1))
        }
        logger.error("what became of a mail can't be recorded; it may be sent again", metadata: name(letter))
    }

    private func name(_ letter: Claimed) -> Logger.Metadata { ["\(letter.box.name)": "\(letter.id)"] }

    private enum Outcome {
        case sent, dropped
        case failed(DeliveryFailure)
    }

    private func delivered(_ letter: Claimed) async -> Outcome {
        let message: MailMessage
        do {
            guard let written = try await letter.box.message(letter.id) else { return .dropped }
            message = written
        } catch is PostgresError, is StoreError {
            return .failed(DeliveryFailure(.putOff, "the letter can't be read"))
        } catch {
            // Not for good: while a newer schema meets an older program, the next one can.
            logger.error(
                "a letter can't be written", metadata: name(letter).merging(["cause": "\(error)"]) { $1 })
            return .failed(DeliveryFailure(.putOff, "the letter can't be written"))
        }
        do throws(DeliveryFailure) {
            try await delivery.deliver(message)
            status.set(isWorking: true)
            return .sent
        } catch {
            status.set(isWorking: error.kind != .serverTrouble)
            return .failed(error)
        }
    }

    private func isRecorded(_ outcome: Outcome, _ letter: Claimed) async -> Bool {
        do {
            switch outcome {
            case .sent: try await letter.box.queue.end(letter.id, .sent)
            case .dropped: try await letter.box.queue.end(letter.id, .dropped)
            case .failed(let failure) where failure.kind == .aborted:
                try await letter.box.queue.end(letter.id, .released)
            case .failed(let failure): try await record(failure, letter)
            }
            return true
        } catch {
            logger.debug("what became of a mail can't be recorded yet", metadata: ["cause": "\(error)"])
            return false
        }
    }

    private func record(_ failure: DeliveryFailure, _ letter: Claimed) async throws {
        let fate = try await letter.box.queue.recordFailed(
            letter.id, reason: failure.reason, isForGood: failure.kind == .refused)
        logger.warning(
            fate == .givenUp ? "a mail is given up" : "a mail was not taken; trying again later",
            metadata: name(letter).merging(["cause": "\(failure)"]) { $1 })
    }
}
