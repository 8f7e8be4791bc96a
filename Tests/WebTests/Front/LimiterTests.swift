import NIOCore
import Testing

@testable import Web

@Suite("Limits count what they say") struct LimiterTests {
    @Test("So many in a minute are admitted, then none until the window has room")
    func window() {
        var limiter = RateLimiter<String>(limit: 3)
        let first = (0..<3).map { limiter.attempt("a", at: .seconds($0)) }
        #expect(first == [.admitted, .admitted, .admitted])
        guard case .refused(let wait) = limiter.attempt("a", at: .seconds(3)) else {
            Issue.record("The fourth was admitted")
            return
        }
        let early = limiter.attempt("a", at: .seconds(3 + wait - 2))
        #expect(early != .admitted)
        let late = limiter.attempt("a", at: .seconds(3 + wait))
        #expect(late == .admitted)
    }

    @Test("What a refusal says to wait is enough, and refused attempts cost nothing", arguments: [1, 2, 5, 20, 600])
    func retryAfter(_ limit: Int) {
        var limiter = RateLimiter<Int>(limit: limit)
        var random = SeededGenerator(UInt64(limit))
        var now = Duration.zero
        for _ in 0..<5000 {
            now += .milliseconds(Int.random(in: 0...200, using: &random))
            if case .refused(let wait) = limiter.attempt(1, at: now) {
                #expect((1...120).contains(wait))
                now += .seconds(wait)
                let later = limiter.attempt(1, at: now)
                #expect(later == .admitted)
            }
        }
    }

    @Test("No sliding minute ever admits twice the limit, and a steady half is never refused")
    func rate() {
        var limiter = RateLimiter<Int>(limit: 60)
        var admitted: [Int] = []
        for millisecond in stride(from: 0, to: 600_000, by: 50)
        where limiter.attempt(1, at: .milliseconds(millisecond)) == .admitted {
            admitted.append(millisecond)
        }
        for start in admitted {
            #expect(admitted.count { (start..<start + 60_000).contains($0) } <= 90)
        }
        var steady = RateLimiter<Int>(limit: 60)
        let steadily = stride(from: 0, to: 600, by: 2).map { steady.attempt(1, at: .seconds($0)) }
        #expect(steadily.allSatisfy { $0 == .admitted })
    }

    @Test("Keys don't share a limit")
    func keys() {
        var limiter = RateLimiter<Int>(limit: 1)
        for key in 0..<100 {
            let (first, second) = (limiter.attempt(key, at: .zero), limiter.attempt(key, at: .zero))
            #expect(first == .admitted)
            #expect(second != .admitted)
        }
    }

    @Test("A flood of keys takes no memory, and forgets the quiet before the busy")
    func flood() {
        var limiter = RateLimiter<Int>(limit: 2, keys: 64)
        #expect(MemoryLayout.size(ofValue: limiter) <= 32)
        for key in 0..<100_000 { _ = limiter.attempt(key, at: .seconds(key / 1000)) }
        let fresh = (0..<3).map { _ in limiter.attempt(-1, at: .seconds(200)) == .admitted }
        #expect(fresh == [true, true, false])
    }

    @Test("Forms are limited by cookie and by network; the switch lifts only the latter")
    func forms() throws {
        var configuration = FrontConfiguration(
            listen: ListenAddress(host: "::", port: 0), publicURL: try PublicURL("https://a.example"))
        configuration.limits.formPostsPerAddress = 3
        configuration.limits.formPostsPerCookie = 2
        let limiter = FormLimiter(configuration)
        let (one, neighbour) = (IPAddress("2001:db8::1"), IPAddress("2001:db8::2"))
        #expect(limiter.attempt(client: one, cookie: "a") == .admitted)
        #expect(limiter.attempt(client: one, cookie: "a") == .admitted)
        #expect(limiter.attempt(client: one, cookie: "a") != .admitted)
        #expect(limiter.attempt(client: neighbour, cookie: nil) == .admitted)
        #expect(limiter.attempt(client: neighbour, cookie: "b") != .admitted)
        #expect(limiter.attempt(client: IPAddress("192.0.2.1"), cookie: "b") == .admitted)

        configuration.limitsAddresses = false
        let lifted = FormLimiter(configuration)
        for _ in 0..<10 { #expect(lifted.attempt(client: one, cookie: nil) == .admitted) }
        for _ in 0..<2 { #expect(lifted.attempt(client: one, cookie: "a") == .admitted) }
        #expect(lifted.attempt(client: one, cookie: "a") != .admitted)
    }

    @Test("Connections are counted up, down, and forgotten")
    func connections() throws {
        var counts = ConnectionCounts(limit: 2)
        let network = try #require(IPAddress("192.0.2.1"))
        let opened = (0..<3).map { _ in counts.open(network) }
        #expect(opened == [true, true, false])
        counts.close(network)
        let again = counts.open(network)
        #expect(again)
        for _ in 0..<3 { counts.close(network) }
        let afresh = (0..<3).map { _ in counts.open(network) }
        #expect(afresh == [true, true, false])
    }
}
