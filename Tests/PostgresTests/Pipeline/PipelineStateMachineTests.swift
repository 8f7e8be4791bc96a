import Testing

@testable import Postgres

@Suite("The pipelined lane's state machine")
struct PipelineStateMachineTests {
    typealias Machine = PipelineStateMachine<TestRequest>

    let start = ContinuousClock.now
    var machine = Machine(limits: .init(inFlight: 2, waiting: 2, connectionWait: .seconds(1), silence: .seconds(15)))

    /// Connects connection 1 and settles it.
    private mutating func connected() {
        _ = machine.handle(.connected(1), at: start)
    }

    /// Sends a request whose statement is written at once.
    private mutating func sent(_ id: Int, _ statement: Int = 1, deadline: Duration = .seconds(10)) -> [String] {
        let actions = shown(.submitted(request(id, statement, deadline: deadline)))
        _ = machine.handle(.written(1), at: start)
        return actions
    }

    private func request(_ id: Int, _ statement: Int = 1, deadline: Duration = .seconds(10)) -> TestRequest {
        TestRequest(id: id, statement: statement, deadline: start + deadline)
    }

    /// Handles an event and tells its actions, without the wakes.
    private mutating func shown(_ event: Machine.Event, after time: Duration = .zero) -> [String] {
        machine.handle(event, at: start + time).compactMap { describe($0) }
    }

    @Test("A statement is prepared before its first use on a connection, and only then")
    mutating func preparesOnce() {
        connected()
        #expect(sent(1) == ["send 1 on 1 as s1 preparing"])
        #expect(sent(2) == ["send 2 on 1 as s1"])
    }

    @Test("A statement is settled by its sync, not by its result")
    mutating func settlesAtSync() {
        connected()
        _ = sent(1)
        #expect(shown(.replied(1, .result)) == [])
        #expect(shown(.replied(1, .result)) == ["collect 1"])
        #expect(shown(.replied(1, .synced)) == ["settle 1"])
    }

    @Test("An error at the commit, after the result, is the statement's answer")
    mutating func errorAfterResult() {
        connected()
        _ = sent(1)
        _ = shown(.replied(1, .result))
        _ = shown(.replied(1, .result))
        #expect(shown(.replied(1, .error(isStale: false))) == ["collect error 1"])
        #expect(shown(.replied(1, .synced)) == ["settle 1"])
    }

    @Test("An error stays alone: the next statement's answer is its own")
    mutating func errorStaysAlone() {
        connected()
        _ = sent(1)
        _ = sent(2)
        _ = shown(.replied(1, .result))
        #expect(shown(.replied(1, .error(isStale: false))) == ["collect error 1"])
        #expect(shown(.replied(1, .synced)) == ["settle 1"])
        #expect(shown(.replied(1, .result)) == ["collect 2"])
        #expect(shown(.replied(1, .synced)) == ["settle 2"])
    }

    @Test("A statement that could not be prepared is prepared anew next time, under another name")
    mutating func preparesAgainAfterFailure() {
        connected()
        _ = sent(1)
        #expect(shown(.replied(1, .error(isStale: false))) == ["collect error 1"])
        #expect(shown(.replied(1, .skipped)) == [])
        #expect(shown(.replied(1, .synced)) == ["settle 1"])
        #expect(sent(2) == ["send 2 on 1 as s2 preparing"])
    }

    @Test("A stale statement is prepared anew; one that another waiter has prepared meanwhile is kept")
    mutating func staleStatements() {
        connected()
        _ = sent(1)
        _ = sent(2)
        for reply in [Machine.Reply.result, .error(isStale: true), .synced] { _ = shown(.replied(1, reply)) }
        #expect(sent(3) == ["send 3 on 1 as s2 preparing"])
        for reply in [Machine.Reply.error(isStale: true), .synced] { _ = shown(.replied(1, reply)) }
        #expect(sent(4) == ["send 4 on 1 as s2"])
    }

    @Test("Statements over the bound wait in order, and over the second bound are refused at once")
    mutating func bounds() {
        connected()
        _ = sent(1)
        _ = sent(2)
        #expect(shown(.submitted(request(3))) == [])
        #expect(shown(.submitted(request(4))) == [])
        #expect(shown(.submitted(request(5))) == ["fail 5 tooBusy"])
        _ = shown(.replied(1, .result))
        _ = shown(.replied(1, .result))
        #expect(shown(.replied(1, .synced)) == ["settle 1", "send 3 on 1 as s1"])
    }

    @Test("Nothing is sent behind a statement that is still being written")
    mutating func waitsForWriting() {
        connected()
        #expect(shown(.submitted(request(1))) == ["send 1 on 1 as s1 preparing"])
        #expect(shown(.submitted(request(2))) == [])
        #expect(shown(.written(1)) == ["send 2 on 1 as s1"])
    }

    @Test("Each statement goes to the connection with the fewest under way")
    mutating func spreads() {
        connected()
        _ = machine.handle(.connected(2), at: start)
        #expect(sent(1) == ["send 1 on 1 as s1 preparing"])
        #expect(shown(.submitted(request(2))) == ["send 2 on 2 as s1 preparing"])
    }

    @Test("A lost connection: the one being written was not sent, those before it are of unknown outcome")
    mutating func loss() {
        connected()
        _ = sent(1)
        _ = shown(.submitted(request(2)))
        #expect(shown(.lost(1)) == ["fail 1 unknownOutcome", "fail 2 notSent"])
        #expect(shown(.lost(1)) == [])
    }

    @Test("A result without its sync is no promise: the outcome is unknown")
    mutating func lossBeforeSync() {
        connected()
        _ = sent(1)
        _ = shown(.replied(1, .result))
        _ = shown(.replied(1, .result))
        #expect(shown(.lost(1)) == ["fail 1 unknownOutcome"])
    }

    @Test("What waits when the connection is lost goes to the next one, prepared anew there")
    mutating func waitsForTheNextConnection() {
        connected()
        _ = sent(1)
        _ = sent(2)
        _ = shown(.submitted(request(3)))
        #expect(shown(.lost(1)) == ["fail 1 unknownOutcome", "fail 2 unknownOutcome"])
        #expect(shown(.connected(2)) == ["send 3 on 2 as s1 preparing"])
    }

    @Test("Without a connection a statement waits a while, and is then told so")
    mutating func noConnection() {
        #expect(shown(.submitted(request(1))) == [])
        #expect(shown(.woken, after: .milliseconds(999)) == [])
        #expect(shown(.woken, after: .seconds(1)) == ["fail 1 notConnected"])
    }

    @Test("The wait for a connection starts anew when one is lost")
    mutating func waitAfterLoss() {
        connected()
        _ = sent(1)
        _ = sent(2)
        _ = shown(.submitted(request(3)))
        _ = shown(.lost(1), after: .seconds(5))
        #expect(shown(.woken, after: .milliseconds(5_900)) == [])
        #expect(shown(.woken, after: .seconds(6)) == ["fail 3 notConnected"])
    }

    @Test("A deadline tells whether the statement had been sent; its late answer is dropped")
    mutating func deadlines() {
        connected()
        _ = sent(1, deadline: .seconds(2))
        _ = sent(2)
        _ = shown(.submitted(request(3, deadline: .seconds(1))))
        #expect(shown(.woken, after: .seconds(1)) == ["fail 3 timedOut(sent: false)"])
        #expect(shown(.woken, after: .seconds(2)) == ["fail 1 timedOut(sent: true)"])
        _ = shown(.replied(1, .result))
        #expect(shown(.replied(1, .result)) == [])
        #expect(shown(.replied(1, .synced)) == [])
        #expect(shown(.replied(1, .result)) == ["collect 2"])
    }

    @Test("It asks to be woken for the nearest time, and for no later one meanwhile")
    mutating func wakes() {
        connected()
        func wake(_ actions: [Machine.Action]) -> Duration? {
            for case .wake(let instant) in actions { return start.duration(to: instant) }
            return nil
        }
        #expect(wake(machine.handle(.submitted(request(1, deadline: .seconds(9))), at: start)) == .seconds(9))
        _ = machine.handle(.written(1), at: start)
        #expect(wake(machine.handle(.submitted(request(2, deadline: .seconds(20))), at: start)) == nil)
        #expect(wake(machine.handle(.woken, at: start + .seconds(9))) == .seconds(15))
    }

    @Test("An abandoned statement lets its caller go and its neighbours be")
    mutating func abandoning() {
        connected()
        _ = sent(1)
        _ = sent(2)
        _ = shown(.submitted(request(3)))
        #expect(shown(.abandoned(3)) == ["fail 3 cancelled(sent: false)"])
        #expect(shown(.abandoned(1)) == ["fail 1 cancelled(sent: true)"])
        #expect(shown(.abandoned(1)) == [])
        for _ in 1...2 { #expect(shown(.replied(1, .result)) == []) }
        #expect(shown(.replied(1, .synced)) == [])
        #expect(shown(.replied(1, .result)) == ["collect 2"])
        #expect(shown(.replied(1, .synced)) == ["settle 2"])
    }

    @Test("A connection that owes an answer and is silent for too long is given up")
    mutating func silence() {
        connected()
        _ = sent(1, deadline: .seconds(60))
        #expect(shown(.woken, after: .seconds(14)) == [])
        #expect(shown(.woken, after: .seconds(15)) == ["fail 1 unknownOutcome", "close 1 isSilent"])
        #expect(shown(.lost(1)) == [])
    }

    @Test("A connection that answers something is not silent")
    mutating func progress() {
        connected()
        _ = sent(1, deadline: .seconds(60))
        _ = shown(.replied(1, .result), after: .seconds(10))
        #expect(shown(.woken, after: .seconds(20)) == [])
    }

    @Test("Draining refuses the new, sends what waits, and closes each connection once it owes nothing")
    mutating func draining() {
        connected()
        _ = machine.handle(.connected(2), at: start)
        _ = sent(1)
        #expect(shown(.draining) == ["close 2 isIdle"])
        _ = shown(.lost(2))
        #expect(shown(.submitted(request(9))) == ["fail 9 notConnected"])
        for _ in 1...2 { _ = shown(.replied(1, .result)) }
        #expect(shown(.replied(1, .synced)) == ["settle 1", "close 1 isIdle"])
        _ = shown(.lost(1))
        #expect(shown(.connected(3)) == ["close 3 isIdle"])
    }

    @Test("Every request is answered exactly once, whatever happens in whatever order", arguments: 0..<200)
    func everyRequestOnce(seed: UInt64) {
        var run = RandomRun(seed: seed)
        run.play()
        #expect(run.twice == [])
        #expect(run.unanswered == [])
    }
}
