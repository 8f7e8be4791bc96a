import Postgres

/// A random walk through everything that gives or frees places, taken by the database and by the model at once.
struct Walk {
    let seed: UInt64
    var steps = 60

    /// What was seen broken at the first step at which something was; the details name the seed and the step.
    func violations(on database: PostgresSession) async throws -> [Violation] {
        var random = SeededNumbers(seed: seed)
        let plans = [SessionPlan.morning, SessionPlan.lateMorning, SessionPlan.noon, SessionPlan.morning].map {
            SessionPlan(
                slot: $0, capacity: 1 + random.below(5), roomCapacity: 7, waitingList: random.chance(85))
        }
        let day = try await Day.make(plans, on: database)
        var model = WaitingListModel(plans)
        var signUps: [Int64] = []
        var hasErased = false
        for step in 1...steps {
            let change = Change.random(in: model, &random)
            let expected = change.make(in: &model)
            let actual = try await change.make(on: database, day, &signUps)
            if case .erase = change { hasErased = true }
            let books = try await Books.read(day, on: database)
            let found =
                books.violations(erased: hasErased)
                + Self.differences(expected: [expected], actual: [actual])
                + Self.differences(expected: model.lines, actual: books.lines(of: day))
            guard found.isEmpty else {
                return found.map {
                    Violation(promise: $0.promise, detail: "seed \(seed), step \(step), \(change): \($0.detail)")
                }
            }
        }
        return []
    }

    private static func differences(expected: [String], actual: [String]) -> [Violation] {
        Set(actual).symmetricDifference(expected).sorted().map { line in
            Violation(promise: .waitingList, detail: (actual.contains(line) ? "has " : "lacks ") + line)
        }
    }
}

extension WaitingListModel {
    /// Who holds what, in the words of `Books.lines`.
    fileprivate var lines: [String] {
        sessions.indices.map { index in
            let here = signUps.filter { $0.session == index }
            return "session \(index): \(taken(index)) of \(sessions[index].capacity), "
                + "\(here.count { $0.status == .waiting }) wait"
        }
            + signUps.indices.map { index in
                let signUp = signUps[index]
                return "sign-up \(index) of \(signUp.address) in \(signUp.session): \(signUp.places) places, "
                    + "\(signUp.status) as \(signUp.number) \(position(index) ?? ""), told \(signUp.letters.map(\.kind))"
            }
    }
}

extension Books {
    fileprivate func lines(of day: Day) -> [String] {
        let index = Dictionary(uniqueKeysWithValues: day.sessions.enumerated().map { ($1, $0) })
        // A letter about somebody else's attempt is about no change of this sign-up.
        let letters = Dictionary(grouping: letters.filter { $0.kind != "already_signed_up" }, by: \.signUp)
        return sessions.map {
            "session \(index[$0.id] ?? -1): \($0.tally.confirmed) of \($0.capacity), \($0.tally.waiting) wait"
        }
            + signUps.enumerated().map { order, signUp in
                "sign-up \(order) of \(signUp.email.lowercased()) in \(index[signUp.session] ?? -1): "
                    + "\(signUp.places) places, \(signUp.status) as \(signUp.number) "
                    + "\(signUp.position.map { "at \($0)" } ?? ""), told \(letters[signUp.id, default: []].map(\.kind))"
            }
    }
}
