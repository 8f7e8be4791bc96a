import DequeModule

@testable import Postgres

/// A statement without SQL.
struct TestRequest: PipelineRequest {
    let id: Int
    let key: StatementKey
    let deadline: ContinuousClock.Instant

    init(id: Int, statement: Int, deadline: ContinuousClock.Instant) {
        self.id = id
        key = StatementKey(statement: ObjectIdentifier(TestRequest.self), parameterTypes: [UInt32(statement)])
        self.deadline = deadline
    }
}

/// An action as a line of text; nil for a wake.
func describe(_ action: PipelineStateMachine<TestRequest>.Action) -> String? {
    switch action {
    case .send(let request, let connection, let name, let preparing):
        "send \(request.id) on \(connection) as \(name)" + (preparing ? " preparing" : "")
    case .collect(let request): "collect \(request.id)"
    case .collectError(let request): "collect error \(request.id)"
    case .settle(let request): "settle \(request.id)"
    case .fail(let request, let failure): "fail \(request.id) \(failure)"
    case .close(let connection, let reason): "close \(connection) \(reason)"
    case .wake: nil
    }
}

/// Plays random events to the machine, with a server that answers in order, and counts the answers of each request.
struct RandomRun {
    private typealias Machine = PipelineStateMachine<TestRequest>

    private var machine = Machine(
        limits: .init(inFlight: 3, waiting: 5, connectionWait: .seconds(1), silence: .seconds(4)))
    private var generator: SplitMix64
    private var now = ContinuousClock.now
    private var requests = 0
    private var connections = 0
    /// What the server of each connection will say next.
    private var replies: [Int: Deque<Machine.Reply>] = [:]
    private var answers: [Int: Int] = [:]

    var twice: [Int] { answers.filter { $0.value > 1 }.keys.sorted() }
    var unanswered: [Int] { (0..<requests).filter { answers[$0] == nil } }

    init(seed: UInt64) {
        generator = SplitMix64(state: seed)
    }

    mutating func play() {
        for _ in 0..<500 { step() }
        handle(.draining)
        now = now.advanced(by: .seconds(60))
        handle(.woken)
        for connection in replies.keys.sorted() { handle(.lost(connection)) }
    }

    private mutating func step() {
        now = now.advanced(by: .milliseconds(Int.random(in: 0...200, using: &generator)))
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<40:
            let deadline = now + .milliseconds(Int.random(in: 10...6_000, using: &generator))
            let request = TestRequest(
                id: requests, statement: Int.random(in: 0...2, using: &generator), deadline: deadline)
            requests += 1
            handle(.submitted(request))
        case 40..<80:
            guard let connection = replies.keys.sorted().randomElement(using: &generator) else { return }
            if let reply = replies[connection]?.popFirst() { handle(.replied(connection, reply)) }
        case 80..<84:
            handle(.abandoned(Int.random(in: 0...requests, using: &generator)))
        case 84..<90:
            handle(.woken)
        case 90..<96:
            guard replies.count < 3 else { return }
            connections += 1
            replies[connections] = []
            handle(.connected(connections))
        default:
            guard let connection = replies.keys.sorted().randomElement(using: &generator) else { return }
            lose(connection)
        }
    }

    private mutating func lose(_ connection: Int) {
        replies[connection] = nil
        handle(.lost(connection))
    }

    private mutating func handle(_ event: Machine.Event) {
        for action in machine.handle(event, at: now) {
            switch action {
            case .send(_, let connection, _, let preparing):
                let result: Machine.Reply =
                    Bool.random(using: &generator) ? .result : .error(isStale: Bool.random(using: &generator))
                if preparing, Bool.random(using: &generator) {
                    replies[connection]?.append(contentsOf: [.error(isStale: false), .skipped, .synced])
                } else {
                    replies[connection]?.append(contentsOf: (preparing ? [.result] : []) + [result, .synced])
                }
                handle(.written(connection))
            case .settle(let request), .fail(let request, _):
                answers[request.id, default: 0] += 1
            case .close(let connection, _):
                lose(connection)
            case .collect, .collectError, .wake: break
            }
        }
    }
}

/// A small generator whose runs can be played again (Steele, Lea and Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
