/// A promise that must hold whatever fails, and was seen broken.
struct Violation: Sendable, CustomStringConvertible {
    enum Promise: Sendable {
        /// I2: confirmed places never exceed the session's capacity, nor that the room's.
        case places
        /// I3: one live sign-up for an attendee and session.
        case oneSignUp
        /// I3: no two confirmed sign-ups of an attendee that overlap.
        case noOverlap
        /// I4: promotions follow the stated rule.
        case waitingList
        /// I6: the same key gets the same answer.
        case sameAnswer
        /// What was answered is in the tables.
        case kept
        /// The tallies are the sums of the sign-ups.
        case tallies
        /// Queue numbers are unique and leave no gap.
        case queueNumbers
    }

    let promise: Promise
    let detail: String

    var description: String { "\(promise): \(detail)" }
}

extension Books {
    /// Everything in the tables that breaks a promise, whatever happened before.
    ///
    /// - Parameter erased: Whether somebody was erased, whose queue numbers are gaps.
    func violations(erased: Bool = false) -> [Violation] {
        sessions.flatMap { violations(in: $0, erased: erased) }
            + Dictionary(grouping: signUps, by: \.attendee).values.flatMap(overlaps(of:))
    }

    private func violations(in session: Session, erased: Bool) -> [Violation] {
        let all = signUps.filter { $0.session == session.id }
        let confirmed = all.filter { $0.status == "confirmed" }
        let waiting = all.filter { $0.status == "waiting" }
        let places = confirmed.map(\.places).reduce(0, +)
        var found: [Violation] = []
        func check(_ isKept: Bool, _ promise: Violation.Promise, _ detail: @autoclosure () -> String) {
            if !isKept { found.append(Violation(promise: promise, detail: "session \(session.id): \(detail())")) }
        }

        check(places <= session.capacity, .places, "\(places) places of \(session.capacity)")
        check(
            session.capacity <= session.roomCapacity, .places,
            "\(session.capacity) in a room of \(session.roomCapacity)")

        let live = Dictionary(grouping: confirmed + waiting, by: \.attendee)
        for (attendee, several) in live where several.count > 1 {
            check(false, .oneSignUp, "attendee \(attendee) holds \(several.map(\.id))")
        }
        for waiter in waiting where session.isOpen {
            check(
                waiter.places > session.capacity - places || isBusy(waiter, during: session), .waitingList,
                "\(waiter.id) waits, though \(session.capacity - places) places are free for \(waiter.places)")
        }

        let sums = Tally(
            capacity: session.capacity, confirmed: places, waiting: waiting.count,
            next: erased ? session.tally.next : all.count + 1)
        check(session.tally == sums, .tallies, "\(session.tally), where the sums are \(sums)")
        let numbers = all.map(\.number).sorted()
        let isInOrder =
            erased
            ? Set(numbers).count == numbers.count && numbers.allSatisfy((1..<session.tally.next).contains)
            : numbers == Array(1..<(all.count + 1))
        check(isInOrder, .queueNumbers, "\(numbers)")
        return found
    }

    private func isBusy(_ waiter: SignUp, during session: Session) -> Bool {
        signUps.contains {
            $0.attendee == waiter.attendee && $0.status == "confirmed" && $0.session != session.id
                && isHeld($0.session, during: session.slot)
        }
    }

    private func isHeld(_ id: Int64, during slot: Range<Int>) -> Bool {
        sessions.contains { $0.id == id && !$0.isCancelled && $0.slot.overlaps(slot) }
    }

    private func overlaps(of signUps: [SignUp]) -> [Violation] {
        let confirmed = signUps.filter { $0.status == "confirmed" }
        return confirmed.indices.flatMap { index in
            confirmed[..<index].compactMap { earlier in
                let later = confirmed[index]
                guard let slot = sessions.first(where: { $0.id == later.session && !$0.isCancelled })?.slot,
                    later.session != earlier.session, isHeld(earlier.session, during: slot)
                else { return nil }
                return Violation(promise: .noOverlap, detail: "\(earlier.id) and \(later.id) of \(later.email)")
            }
        }
    }
}

/// A request and what it was answered.
struct Exchange: Sendable {
    let ask: Ask
    let answer: Answer

    private struct Key: Hashable {
        let key: String
        let session: Int64
    }

    /// What breaks a promise in the answers themselves. All requests of one key must have the same body and caller.
    static func violations(in exchanges: [Exchange], kept books: Books) -> [Violation] {
        let held = Set(books.signUps.map(\.id))
        // A correction of the address makes a new secret, and so is no other answer.
        let told = exchanges.filter { $0.answer.signUp != nil }
        let byKey = Dictionary(grouping: told) { Key(key: $0.ask.key, session: $0.ask.session) }
        return byKey.values.compactMap { exchanges in
            var answers = exchanges.map(\.answer)
            for index in answers.indices { answers[index].secretVersion = nil }
            guard let different = answers.first(where: { $0 != answers[0] }) else { return nil }
            return Violation(promise: .sameAnswer, detail: "\(answers[0]), then \(different)")
        }
            + told.filter { !held.contains($0.answer.signUp ?? 0) }.map {
                Violation(promise: .kept, detail: "\($0.answer) is in no table")
            }
    }
}
