import Testing

@testable import Postgres

@Suite("The back-off")
struct BackOffTests {
    @Test("Pauses double up to the longest, each between half and all of it, and start small again after a success")
    func doubles() {
        var generator = SplitMix64(state: 1)
        var backOff = BackOff(.milliseconds(100)...(.seconds(1)))
        for ceiling in [100, 200, 400, 800, 1000, 1000] {
            let pause = backOff.next(using: &generator)
            #expect(pause >= .milliseconds(ceiling / 2) && pause <= .milliseconds(ceiling))
        }
        backOff.reset()
        #expect(backOff.next(using: &generator) <= .milliseconds(100))
    }

    @Test("Two clients don't come back together")
    func jitter() {
        var generator = SplitMix64(state: 1)
        var one = BackOff(.seconds(1)...(.seconds(1)))
        var other = one
        #expect(one.next(using: &generator) != other.next(using: &generator))
    }
}
