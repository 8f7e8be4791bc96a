internal import RegistrationStore

/// How much of the time an export is at work: all of it while the service has little to do, a tenth while people sign up
/// or come in, so that they hardly notice.
///
/// The snapshot has ended by then, and PostgreSQL holds the rows. After ten minutes the rest is done at full speed, so that a
/// list is there some day however many people come.
final class Pace {
    private let demand: ExportDemand?
    /// Between two looks at the demand, at least.
    private let look: Duration
    private var began = ContinuousClock.now
    private var workSince = ContinuousClock.now
    private var lastLook: (at: ContinuousClock.Instant, changes: Int)?
    /// `nil`: not known yet.
    private var isBusy: Bool?
    /// How long it has still to rest.
    private var debt = Duration.zero

    /// Changes a second from which on the service has something to do.
    private static let busy = 20.0
    /// Rest for each moment of work.
    private static let ratio = 9
    private static let longest = Duration.seconds(600)

    /// - Parameter demand: `nil` for full speed.
    init(_ demand: ExportDemand?, look: Duration = .milliseconds(200)) {
        self.demand = demand
        self.look = look
    }

    /// To be called before the work.
    func begin() async {
        (began, workSince) = (.now, .now)
        if let demand { await observe(demand) }
    }

    /// To be called between two pieces of work: rests in proportion to what was done since the last rest, where people sign
    /// up meanwhile.
    func rest() async throws {
        guard let demand, ContinuousClock.now - began < Self.longest else { return }
        debt += (ContinuousClock.now - workSince) * Self.ratio
        await observe(demand)
        while isBusy == true, debt > .milliseconds(5) {
            let pause = min(debt, look)
            try await Task.sleep(for: pause)
            debt -= pause
            await observe(demand)
        }
        if isBusy == false { debt = .zero }
        workSince = .now
    }

    /// What was waited for and is no work: a receiver that is slow.
    func leaveOut(_ time: Duration) { workSince += time }

    private func observe(_ demand: ExportDemand) async {
        let now = ContinuousClock.now
        if let lastLook, now - lastLook.at < look { return }
        guard let changes = await demand.changes() else { return }
        if let lastLook {
            isBusy = Double(changes - lastLook.changes) > Self.busy * ((now - lastLook.at) / .seconds(1))
        }
        lastLook = (now, changes)
    }
}
