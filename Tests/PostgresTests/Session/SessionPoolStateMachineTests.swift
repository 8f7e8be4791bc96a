import Testing

@testable import Postgres

@Suite("The session pool's state machine")
struct SessionPoolStateMachineTests {
    typealias Machine = SessionPoolStateMachine<Int>

    let start = ContinuousClock.now
    var machine = Machine(maximumConnections: 2, maximumWaiting: 1)

    private func describe(_ decision: Machine.Decision) -> String {
        switch decision {
        case .grant(let grant): describe(grant)
        case .wait: "wait"
        }
    }

    private func describe(_ grant: Machine.Grant) -> String {
        switch grant {
        case .connection(let number): "connection \(number)"
        case .place: "place"
        case .refusal(let code): "\(code)"
        }
    }

    private func describe(_ action: Machine.Return) -> String {
        switch action {
        case .none: "none"
        case .grant(let id, let grant): "\(id): \(describe(grant))"
        case .close(let number): "close \(number)"
        }
    }

    @Test("Connections are made up to the bound, then tasks wait up to theirs, then are refused")
    mutating func bounds() {
        #expect(
            (1...4).map { describe(machine.acquire($0)) } == [
                "place", "place", "wait", "\(PostgresError.Code.tooBusy)",
            ])
    }

    @Test("What is given back goes to the longest waiting, or is kept and lent again, the latest first")
    mutating func giveBack() {
        for id in 1...3 as ClosedRange<UInt64> { _ = machine.acquire(id) }
        #expect(describe(machine.giveBack(10, at: start)) == "3: connection 10")
        #expect(describe(machine.giveBack(20, at: start)) == "none")
        #expect(describe(machine.giveBack(10, at: start)) == "none")
        #expect(describe(machine.acquire(4)) == "connection 10")
        #expect(describe(machine.acquire(5)) == "connection 20")
    }

    @Test("A broken connection leaves its place to the one who waits")
    mutating func broken() {
        for id in 1...3 as ClosedRange<UInt64> { _ = machine.acquire(id) }
        #expect(describe(machine.giveBack(nil, at: start)) == "3: place")
        #expect(describe(machine.giveBack(nil, at: start)) == "none")
        #expect(describe(machine.acquire(4)) == "place")
    }

    @Test("Who withdraws is not given a connection")
    mutating func withdraw() {
        for id in 1...3 as ClosedRange<UInt64> { _ = machine.acquire(id) }
        let first = machine.withdraw(3)
        let second = machine.withdraw(3)
        #expect(first && !second)
        #expect(describe(machine.giveBack(10, at: start)) == "none")
    }

    @Test("Only connections idle for long are removed")
    mutating func idle() {
        _ = machine.acquire(1)
        _ = machine.acquire(2)
        _ = machine.giveBack(10, at: start)
        _ = machine.giveBack(20, at: start + .seconds(5))
        #expect(machine.removeIdle(since: start + .seconds(1)) == [10])
        #expect(describe(machine.acquire(3)) == "connection 20")
    }

    @Test("A closed pool refuses those who wait and come, and closes what is given back")
    mutating func close() {
        for id in 1...2 as ClosedRange<UInt64> { _ = machine.acquire(id) }
        _ = machine.giveBack(10, at: start)
        _ = machine.acquire(3)
        _ = machine.acquire(4)
        let (connections, refused) = machine.close()
        #expect(connections == [] && refused == [4])
        #expect(describe(machine.acquire(5)) == "\(PostgresError.Code.notConnected)")
        #expect(describe(machine.giveBack(10, at: start)) == "close 10")
    }
}
