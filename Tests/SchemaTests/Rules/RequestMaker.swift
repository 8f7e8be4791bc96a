/// Makes requests that get in each other's way: few addresses, few sessions that overlap, repeated keys.
struct RequestMaker {
    struct Request {
        let ask: Ask
        /// Among the sessions of `plans`, then one of another edition, then one that is not there.
        let session: Int
    }

    let plans: [SessionPlan]
    private let addresses: Int
    private var made: [Request] = []

    init(random: inout SeededNumbers) {
        plans = [
            SessionPlan(capacity: 1 + random.below(8)),
            SessionPlan(slot: SessionPlan.lateMorning, capacity: 1 + random.below(8)),
            SessionPlan(slot: SessionPlan.noon, capacity: 1 + random.below(4), waitingList: random.chance(50)),
            SessionPlan(capacity: 1 + random.below(20), signUps: random.chance(30) ? .closed : .open),
        ]
        addresses = 2 + random.below(8)
    }

    mutating func next(random: inout SeededNumbers) -> Request {
        if random.chance(15), !made.isEmpty { return random.one(of: made) }
        var ask = Ask("somebody\(random.below(addresses))@example.org", 0)
        if random.chance(20) { ask.email = ask.email.uppercased() }
        ask.places = random.chance(60) ? 1 : 1 + random.below(6)
        ask.key = "request-key-\(random.chance(30) ? random.below(5) : made.count + 100)"
        if random.chance(30) { ask.caller = Ask.otherVisitor }
        if random.chance(30) { ask.route = "api" }
        if random.chance(30) { ask.language = "en" }
        ask.name = "Somebody \(made.count)"
        let request = Request(ask: ask, session: random.chance(5) ? plans.count + 1 : random.below(plans.count + 1))
        made.append(request)
        return request
    }
}
