import Synchronization
import Testing

@testable import Export
@testable import RegistrationStore

@Suite("The pace of an export")
struct PaceTests {
    /// A demand that grows by so many changes a second.
    private static func demand(perSecond: @escaping @Sendable () -> Double) -> ExportDemand {
        let state = Mutex((count: 0.0, at: ContinuousClock.now))
        return ExportDemand {
            state.withLock { state in
                state.count += perSecond() * ((ContinuousClock.now - state.at) / .seconds(1))
                state.at = .now
                return [Int(state.count)]
            }
        }
    }

    /// How long a number of pieces takes, of ten milliseconds each.
    private func seconds(_ pieces: Int, _ demand: ExportDemand?) async throws -> Double {
        let pace = Pace(demand, look: .milliseconds(25))
        let began = ContinuousClock.now
        await pace.begin()
        for _ in 0..<pieces {
            let end = ContinuousClock.now + .milliseconds(10)
            while ContinuousClock.now < end {}
            try await pace.rest()
        }
        return (ContinuousClock.now - began) / .seconds(1)
    }

    @Test(
        "While people sign up a tenth of the time is work, and all of it where hardly anybody does or nobody can know"
    )
    func ratio() async throws {
        #expect(try await seconds(20, Self.demand { 1000 }) > 1.5)
        for demand in [Self.demand { 2 }, ExportDemand { throw CancellationError() }, nil] {
            #expect(try await seconds(20, demand) < 1.7, "0.2 of work, and 1.8 of rest if it rested")
        }
    }

    @Test("It goes on at full speed as soon as they stop")
    func ends() async throws {
        // For twelve looks, which are 0.3 seconds.
        let looks = Mutex(0)
        let demand = Self.demand {
            looks.withLock { looks in
                looks += 1
                return looks <= 12 ? 1000 : 0
            }
        }
        let taken = try await seconds(60, demand)
        // 0.6 seconds of work, of which a tenth of the first 0.3 is done by then.
        #expect(taken > 0.7 && taken < 4, "six seconds, if it went on as it began")
    }

    @Test("Waiting for a slow receiver is no work to rest from")
    func receiver() async throws {
        let pace = Pace(Self.demand { 1000 }, look: .milliseconds(10))
        await pace.begin()
        try await Task.sleep(for: .milliseconds(300))
        pace.leaveOut(.milliseconds(295))
        let began = ContinuousClock.now
        try await pace.rest()
        #expect(ContinuousClock.now - began < .milliseconds(1500), "2.7 seconds, if all of it were work")
    }
}
