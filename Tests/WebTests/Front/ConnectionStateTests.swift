import NIOCore
import Testing

@testable import Web

@Suite("A connection's machine") struct ConnectionStateTests {
    private typealias Request = ConnectionState.Request

    /// A machine with the limits that ship, that many seconds after the beginning of time.
    private func machine(_ change: (inout FrontLimits) -> Void = { _ in }) -> ConnectionState {
        var limits = FrontLimits()
        change(&limits)
        var state = ConnectionState(ConnectionState.Limits(limits))
        state.opened(secure: true, at: at(0))
        state.secured(at: at(0))
        return state
    }

    private func at(_ seconds: Double) -> NIODeadline { .uptimeNanoseconds(1 + UInt64(seconds * 1e9)) }

    /// A request that arrives whole in one read.
    private func arrive(_ state: inout ConnectionState, _ request: Request = Request(), at seconds: Double) {
        _ = state.received(request, at: at(seconds))
        _ = state.receivedEnd(at: at(seconds))
        state.readCompleted(at: at(seconds))
    }

    private func answer(_ state: inout ConnectionState, at seconds: Double) -> ConnectionState.Answered {
        _ = state.answering(closes: false, hasLength: true)
        return state.answered(at: at(seconds))
    }

    private func tick(_ state: inout ConnectionState, at seconds: Double, unsent: Int = 0) -> ConnectionState.Timeout {
        state.tick(at: at(seconds), written: 0, unsent: unsent)
    }

    @Test("Times out at the handshake, the head, the body and rest, each at its own limit")
    func limits() {
        var state = ConnectionState(ConnectionState.Limits(FrontLimits()))
        state.opened(secure: true, at: at(0))
        #expect(tick(&state, at: 9.9) == .wait)
        state.secured(at: at(9.9))
        #expect(tick(&state, at: 19.8) == .wait)
        state.readCompleted(at: at(19.8))
        #expect(tick(&state, at: 29.7) == .wait)
        _ = state.received(Request(contentLength: 10), at: at(29.7))
        _ = state.receivedBody(1)
        state.readCompleted(at: at(29.7))
        #expect(tick(&state, at: 59.6) == .wait)
        _ = state.receivedEnd(at: at(59.6))
        state.readCompleted(at: at(59.6))
        #expect(tick(&state, at: 1000) == .wait)
        #expect(answer(&state, at: 1000) == .keep)
        #expect(tick(&state, at: 1059.9) == .wait)
        #expect(tick(&state, at: 1060.1) == .close)
    }

    @Test("An unfinished handshake is aborted, silence closed, a partial head refused, a partial body failed")
    func timeouts() {
        var handshaking = ConnectionState(ConnectionState.Limits(FrontLimits()))
        handshaking.opened(secure: true, at: at(0))
        #expect(tick(&handshaking, at: 10.1) == .abort)
        var silent = machine()
        #expect(tick(&silent, at: 10.1) == .close)
        var partial = machine()
        partial.readCompleted(at: at(5))
        partial.readCompleted(at: at(14))
        #expect(tick(&partial, at: 14.9) == .wait)
        #expect(tick(&partial, at: 15.1) == .refuse(.tooSlow))
        var body = machine()
        _ = body.received(Request(contentLength: 10), at: at(0))
        for second in 1..<30 {
            #expect(body.receivedBody(0) == .forward)
            #expect(tick(&body, at: Double(second)) == .wait)
        }
        #expect(tick(&body, at: 30.1) == .fail(.tooSlow))
        #expect(body.receivedBody(1) == .drop)
        #expect(body.answering(closes: false, hasLength: true)?.closes == true)
        #expect(body.answered(at: at(31)) == .close(lingering: true))
    }

    @Test("A route that leaves a failed body unanswered is given the linger time, then cut off")
    func unansweredFailure() {
        var state = machine()
        _ = state.received(Request(contentLength: 10), at: at(0))
        #expect(tick(&state, at: 30.1) == .fail(.tooSlow))
        #expect(tick(&state, at: 33) == .wait)
        #expect(tick(&state, at: 33.2) == .abort)
    }

    @Test("Bytes on their way hold the idle close back, until nothing moves any more")
    func unsent() {
        var state = machine()
        arrive(&state, at: 0)
        #expect(answer(&state, at: 0) == .keep)
        for second in 0..<100 { #expect(tick(&state, at: Double(second), unsent: 1000 - second) == .wait) }
        #expect(tick(&state, at: 128, unsent: 901) == .wait)
        #expect(tick(&state, at: 130, unsent: 901) == .abort)
    }

    @Test("A reader is stalled only when nothing moved for the whole time")
    func stall() {
        var state = machine()
        arrive(&state, at: 0)
        _ = state.answering(closes: false, hasLength: true)
        #expect(state.tick(at: at(0), written: 100, unsent: 100) == .wait)
        #expect(state.tick(at: at(29), written: 100, unsent: 99) == .wait)
        #expect(state.tick(at: at(58), written: 200, unsent: 99) == .wait)
        #expect(state.tick(at: at(87), written: 200, unsent: 99) == .wait)
        #expect(state.tick(at: at(88.1), written: 200, unsent: 99) == .abort)
    }

    @Test("A body is counted whether it is announced or not")
    func bodySize() {
        var announced = machine { $0.bodySize = 10 }
        #expect(announced.received(Request(expectsContinue: true, contentLength: 11), at: at(0)) == .forward)
        #expect(announced.receivedBody(5) == .drop)
        #expect(announced.receivedEnd(at: at(0)) == .drop)
        #expect(announced.answering(closes: false, hasLength: true)?.closes == true)
        var chunked = machine { $0.bodySize = 10 }
        _ = chunked.received(Request(), at: at(0))
        #expect(chunked.receivedBody(10) == .forward)
        #expect(chunked.receivedBody(1) == .fail(.bodyTooLarge))
        #expect(chunked.receivedBody(1) == .drop)
        #expect(answer(&chunked, at: 0) == .close(lingering: true))
    }

    @Test("100 Continue is sent once, to HTTP/1.1, when nothing else is being answered")
    func expectContinue() {
        let expecting = Request(expectsContinue: true, contentLength: 1)
        var state = machine()
        #expect(state.received(expecting, at: at(0)) == .forwardAndContinue)
        _ = state.receivedEnd(at: at(0))
        #expect(state.received(expecting, at: at(0)) == .forward)
        var old = machine()
        #expect(old.received(Request(isHTTP10: true, expectsContinue: true), at: at(0)) == .forward)
    }

    @Test("What can't be understood is refused after everything before it is answered")
    func misunderstood() {
        var state = machine()
        arrive(&state, at: 0)
        arrive(&state, at: 0)
        #expect(state.misunderstood(.malformed) == .drop)
        #expect(state.misunderstood(.malformed) == .drop)
        #expect(state.received(Request(), at: at(0)) == .drop)
        #expect(answer(&state, at: 1) == .keep)
        #expect(answer(&state, at: 2) == .refuse(.malformed))
        state.beginRefusal()
        #expect(state.answering(closes: false, hasLength: true) == nil)
        #expect(state.answered(at: at(3)) == .drop)
        #expect(tick(&state, at: 1000) == .wait)
        #expect(state.sentAll(at: at(1000)) == false)
        #expect(tick(&state, at: 1003.1) == .abort)
    }

    @Test("A body that turns out malformed fails in its route")
    func malformedBody() {
        var state = machine()
        _ = state.received(Request(), at: at(0))
        #expect(state.misunderstood(.malformed) == .fail(.malformed))
        #expect(tick(&state, at: 1000) == .wait)
        #expect(answer(&state, at: 1000) == .close(lingering: false))
    }

    @Test("Requests after one that closes are not heard")
    func afterClose() {
        var state = machine()
        arrive(&state, Request(keepsAlive: false), at: 0)
        #expect(state.received(Request(), at: at(0)) == .drop)
        #expect(state.receivedEnd(at: at(0)) == .drop)
        #expect(answer(&state, at: 0) == .close(lingering: false))
    }

    @Test("Answers whose end only the closing shows close")
    func unframed() {
        for (request, closes) in [
            (Request(), false), (Request(isHTTP10: true), true), (Request(isHead: true), true),
        ] {
            var state = machine()
            arrive(&state, request, at: 0)
            #expect(state.answering(closes: false, hasLength: false)?.closes == closes)
            #expect(state.sendsBody == !request.isHead)
        }
    }

    @Test("Shutting down, rest ends at once, and what is under way at its answer")
    func quiesce() {
        var resting = machine()
        arrive(&resting, at: 0)
        _ = answer(&resting, at: 0)
        resting.quiesce(at: at(1))
        #expect(tick(&resting, at: 1) == .close)
        var busy = machine()
        arrive(&busy, at: 0)
        busy.quiesce(at: at(1))
        #expect(tick(&busy, at: 20) == .wait)
        #expect(busy.answering(closes: false, hasLength: true)?.closes == true)
        #expect(busy.answered(at: at(20)) == .close(lingering: false))
        var partial = machine()
        partial.readCompleted(at: at(0))
        partial.quiesce(at: at(1))
        #expect(tick(&partial, at: 9) == .wait)
        arrive(&partial, at: 9)
        #expect(partial.answering(closes: false, hasLength: true)?.closes == true)
    }

    @Test("A client that sends no more gets its answer, then the end")
    func inputClosed() {
        var state = machine()
        arrive(&state, at: 0)
        #expect(state.inputClosed(at: at(0)) == false)
        #expect(tick(&state, at: 0) == .wait)
        #expect(state.answering(closes: false, hasLength: true)?.closes == true)
        #expect(state.answered(at: at(1)) == .close(lingering: false))
        #expect(state.sentAll(at: at(1)) == true)
        var resting = machine()
        #expect(resting.inputClosed(at: at(0)) == false)
        #expect(tick(&resting, at: 0) == .close)
    }

    /// Random lives, with every invariant that holds at each step.
    @Test("Whatever happens, answers stay in step with requests and nothing is open for ever", arguments: 0..<200)
    func random(_ seed: Int) {
        var random = SeededGenerator(UInt64(seed))
        var state = machine { $0.bodySize = 3 }
        var (now, forwarded, answered, isReceiving, ended) = (0.0, 0, 0, false, false)
        for _ in 0..<300 where !ended {
            now += Double.random(in: 0...8, using: &random)
            switch Int.random(in: 0..<9, using: &random) {
            case 0,
                1 where !isReceiving:
                let arrival = state.received(Request(keepsAlive: Bool.random(using: &random)), at: at(now))
                if arrival == .forward { forwarded += 1 }
                isReceiving = true
            case 2 where isReceiving: _ = state.receivedBody(1)
            case 3 where isReceiving:
                _ = state.receivedEnd(at: at(now))
                isReceiving = false
            case 4: state.readCompleted(at: at(now))
            case 5:
                if state.answering(closes: false, hasLength: true) != nil { answered += 1 }
            case 6:
                if case .close = state.answered(at: at(now)) { ended = state.sentAll(at: at(now)) }
            case 7 where Int.random(in: 0..<20, using: &random) == 0: state.quiesce(at: at(now))
            default:
                switch tick(&state, at: now) {
                case .abort, .close: ended = true
                case .refuse: state.beginRefusal()
                case .fail, .wait: break
                }
            }
            #expect(answered <= forwarded)
            #expect(state.nextLook(at: at(now)) <= at(now + 8))
        }
    }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
