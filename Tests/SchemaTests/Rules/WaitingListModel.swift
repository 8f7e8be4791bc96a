/// The rule of the waiting list as people read it where they join one, without a database: everything is a list that is
/// gone through, and nothing is kept that can be counted.
struct WaitingListModel {
    enum Status: String { case confirmed, waiting, cancelled }

    struct Session {
        let slot: Range<Int>
        let roomCapacity: Int
        let hasWaitingList: Bool
        var capacity: Int
        var isOpen = true
        /// The number that the next sign-up gets.
        var next = 1
    }

    struct SignUp {
        let session: Int
        /// For life.
        let number: Int
        /// Its place in the queue: the number, but for one whom an organiser put at the head.
        var rank: Int
        var places: Int
        var address: String
        var status: Status
        var isToldOfPassing = false
        var letters: [Letter]
    }

    struct Letter {
        let attendee: Int
        let kind: String
    }

    var sessions: [Session]
    var signUps: [SignUp] = []
    /// Who is behind an address; somebody new once nothing was left under it.
    private var attendees: [String: Int] = [:]
    private var attendeesMade = 0

    init(_ plans: [SessionPlan]) {
        sessions = plans.map {
            Session(
                slot: $0.slot, roomCapacity: $0.roomCapacity, hasWaitingList: $0.waitingList, capacity: $0.capacity)
        }
    }

    // MARK: What can be asked

    mutating func signUp(_ address: String, _ session: Int, places: Int) -> String {
        guard sessions[session].isOpen else { return "closed" }
        if let held = live(address, session) {
            return line("already_signed_up", held)
        }
        guard !isHopeless(session, places) else { return "full" }
        guard !isBusy(address, during: session) else { return "clash" }
        let status = places <= free(session) ? Status.confirmed : .waiting
        signUps.append(
            SignUp(
                session: session, number: sessions[session].next, rank: sessions[session].next, places: places,
                address: address, status: status,
                letters: []))
        sessions[session].next += 1
        write(status.rawValue, about: signUps.count - 1)
        return line(status.rawValue, signUps.count - 1)
    }

    /// Asks under the address of a sign-up that lives, as somebody who did not make it and is told of no more than an
    /// unknown address would be.
    func signUpAsStranger(_ index: Int, places: Int) -> String {
        let session = signUps[index].session
        guard sessions[session].isOpen else { return "closed" }
        return isHopeless(session, places) ? "full" : "already_signed_up"
    }

    mutating func cancel(_ index: Int) -> String {
        let held = signUps[index]
        guard held.status != .cancelled else { return "already_cancelled" }
        write("cancelled", about: index)
        letGo(index)
        return "cancelled"
    }

    mutating func cancelTicket(_ index: Int) -> String {
        cancel(index) == "cancelled" ? "done" : "already_cancelled"
    }

    mutating func reducePlaces(_ index: Int, to places: Int) -> String {
        let held = signUps[index]
        guard held.status != .cancelled else { return "already_cancelled" }
        guard places <= held.places else { return "not_fewer" }
        guard places < held.places else { return "done" }
        signUps[index].places = places
        promote(in: held.session)
        // Whoever gets a place by it hears of that.
        if signUps[index].status == held.status { write("changed", about: index) }
        return "done"
    }

    mutating func erase(_ address: String) -> String {
        let theirs = signUps.indices.filter { signUps[$0].address == address }
        guard !theirs.isEmpty else { return "not_found" }
        for status in [Status.waiting, .confirmed] {
            for index in theirs where signUps[index].status == status { letGo(index) }
        }
        signUps.removeAll { $0.address == address }
        // What was written to them about a sign-up that was corrected to another address goes, too.
        let erased = attendees.removeValue(forKey: address)
        for index in signUps.indices { signUps[index].letters.removeAll { $0.attendee == erased } }
        return "erased"
    }

    mutating func switchPlaces(from index: Int, _ session: Int, places: Int) -> String {
        let address = signUps[index].address
        guard signUps[index].status != .cancelled else { return "not_found" }
        guard sessions[session].isOpen else { return "closed" }
        let here = live(address, session)
        if let here, signUps[here].status == .confirmed { return line("already_signed_up", here) }
        let leaving = signUps.indices.filter { isHeld($0, by: address, during: session) }
        guard !leaving.isEmpty else { return "no_clash" }
        guard places <= free(session) else { return "full" }
        for index in leaving { signUps[index].status = .cancelled }
        takePlaces(of: address, in: session, places: places, here: here)
        for index in leaving { promote(in: signUps[index].session) }
        for index in leaving { bringBack(address, overlapping: sessions[signUps[index].session].slot) }
        return "switched \(places)"
    }

    mutating func setCapacity(_ session: Int, to capacity: Int, movingLatest: Bool) -> String {
        guard capacity <= sessions[session].roomCapacity else { return "above_room" }
        guard capacity >= taken(session) || movingLatest else { return "below_confirmed" }
        let before = signUps.map(\.status)
        let moved = Set(latest(in: session, beyond: capacity))
        for index in moved { signUps[index].status = .waiting }
        sessions[session].capacity = capacity
        promote(in: session, movedNow: moved)
        let losers = queue(session).filter { moved.contains($0) && signUps[$0].status == .waiting }
        for loser in losers { write("moved_to_waiting", about: loser) }
        for loser in losers { bringBack(signUps[loser].address) }
        let promoted = signUps.indices.filter { signUps[$0].status == .confirmed && before[$0] == .waiting }
        return "changed to \(taken(session)), \(losers.count) moved, \(promoted.count) promoted"
    }

    mutating func correct(_ index: Int, to address: String) -> String {
        let held = signUps[index]
        guard held.status != .cancelled else { return "not_found" }
        if address != held.address {
            guard live(address, held.session) == nil else { return "already_signed_up" }
            guard !isBusy(address, during: held.session) else { return "clash" }
        }
        signUps[index].address = address
        // Somebody else has been told nothing yet.
        if address != held.address { signUps[index].isToldOfPassing = false }
        if !signUps.contains(where: { $0.address == held.address }) { attendees[held.address] = nil }
        write(held.status.rawValue, about: index)
        if held.status == .waiting {
            promote(in: held.session)
        } else {
            bringBack(held.address)
        }
        return line("corrected", index)
    }

    mutating func close(_ session: Int) -> String {
        sessions[session].isOpen = false
        return "closed"
    }

    mutating func write(_ kind: String, about index: Int) {
        let address = signUps[index].address
        if attendees[address] == nil {
            attendeesMade += 1
            attendees[address] = attendeesMade
        }
        signUps[index].letters.append(Letter(attendee: attendees[address] ?? 0, kind: kind))
    }

    // MARK: The rule

    /// What a switch or a move gets: where its person waits there, the place in the queue is kept.
    mutating func takePlaces(of address: String, in session: Int, places: Int, here: Int?) {
        if let here {
            signUps[here].status = .confirmed
            signUps[here].places = places
            return write("switched", about: here)
        }
        signUps.append(
            SignUp(
                session: session, number: sessions[session].next, rank: sessions[session].next, places: places,
                address: address, status: .confirmed, letters: []))
        sessions[session].next += 1
        write("switched", about: signUps.count - 1)
    }

    /// A session's sign-ups in the order of its queue.
    private func queue(_ session: Int) -> [Int] {
        signUps.indices.filter { signUps[$0].session == session }.sorted { signUps[$0].rank < signUps[$1].rank }
    }

    private mutating func letGo(_ index: Int) {
        let held = signUps[index]
        signUps[index].status = .cancelled
        guard held.status == .confirmed else { return }
        promote(in: held.session)
        bringBack(held.address)
    }

    /// Goes through the list in order: whoever fits is promoted, whoever is busy is passed over and told once.
    mutating func promote(in session: Int, movedNow: Set<Int> = []) {
        for index in queue(session) where signUps[index].status == .waiting {
            guard sessions[session].isOpen || movedNow.contains(index) else { continue }
            guard signUps[index].places <= free(session) else { continue }
            if isBusy(signUps[index].address, during: session) {
                if !signUps[index].isToldOfPassing { write("passed_over", about: index) }
                signUps[index].isToldOfPassing = true
            } else {
                signUps[index].status = .confirmed
                if !movedNow.contains(index) { write("promoted", about: index) }
            }
        }
    }

    /// Whoever has let go of places is back in play wherever they wait, in the order in which they signed up.
    mutating func bringBack(_ address: String, overlapping slot: Range<Int>? = nil) {
        for signUp in signUps
        where signUp.address == address && signUp.status == .waiting
            && slot?.overlaps(sessions[signUp.session].slot) != false
        {
            promote(in: signUp.session)
        }
    }

    /// Those who must leave so that the rest fits, the latest first, groups whole.
    private func latest(in session: Int, beyond capacity: Int) -> [Int] {
        var excess = taken(session) - capacity
        var leaving: [Int] = []
        for index in queue(session).reversed() where excess > 0 && signUps[index].status == .confirmed {
            leaving.append(index)
            excess -= signUps[index].places
        }
        return leaving
    }

    // MARK: What is counted

    func taken(_ session: Int) -> Int {
        signUps.filter { $0.session == session && $0.status == .confirmed }.map(\.places).reduce(0, +)
    }

    func free(_ session: Int) -> Int { sessions[session].capacity - taken(session) }

    /// Whether a group finds no room, and may not wait for it.
    private func isHopeless(_ session: Int, _ places: Int) -> Bool {
        places > sessions[session].capacity || places > free(session) && !sessions[session].hasWaitingList
    }

    func live(_ address: String, _ session: Int) -> Int? {
        signUps.firstIndex { $0.address == address && $0.session == session && $0.status != .cancelled }
    }

    func isBusy(_ address: String, during session: Int) -> Bool {
        signUps.indices.contains { isHeld($0, by: address, during: session) }
    }

    func isHeld(_ index: Int, by address: String, during session: Int) -> Bool {
        let signUp = signUps[index]
        return signUp.address == address && signUp.status == .confirmed && signUp.session != session
            && sessions[signUp.session].slot.overlaps(sessions[session].slot)
    }

    /// An answer that tells of a sign-up.
    private func line(_ outcome: String, _ index: Int) -> String {
        ["\(outcome) \(signUps[index].places)", position(index)].compactMap(\.self).joined(separator: " ")
    }

    /// Nil for whoever does not wait.
    func position(_ index: Int) -> String? {
        let signUp = signUps[index]
        guard signUp.status == .waiting else { return nil }
        let ahead = signUps.count {
            $0.session == signUp.session && $0.status == .waiting && $0.rank < signUp.rank
        }
        return "at \(ahead + 1)"
    }
}
