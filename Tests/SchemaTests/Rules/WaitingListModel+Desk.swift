/// What organisers do to somebody's sign-up for them.
extension WaitingListModel {
    /// The stated exception to the rule: the head of the list, and what is free once nothing goes by the list any more.
    mutating func moveUp(_ index: Int) -> String {
        let held = signUps[index]
        if held.status == .cancelled { return "already_cancelled" }
        guard held.status == .waiting else { return "not_waiting" }
        let ranks = signUps.filter { $0.session == held.session }.map(\.rank)
        signUps[index].rank = min(1, ranks.min() ?? 1) - 1
        promote(in: held.session, movedNow: [index])
        guard signUps[index].status == .confirmed else { return "first" }
        write("promoted", about: index)
        return "confirmed"
    }

    mutating func restore(_ index: Int) -> String {
        let held = signUps[index]
        guard held.status == .cancelled else { return "not_cancelled" }
        guard sessions[held.session].isOpen else { return "closed" }
        guard live(held.address, held.session) == nil else { return "already_signed_up" }
        guard !isBusy(held.address, during: held.session) else { return "clash" }
        guard held.places <= free(held.session) else { return "full" }
        signUps[index].status = .confirmed
        write("confirmed", about: index)
        return "done"
    }

    mutating func move(_ index: Int, to session: Int) -> String {
        let held = signUps[index]
        guard held.status != .cancelled else { return "already_cancelled" }
        guard session != held.session else { return "unknown_session" }
        guard sessions[session].isOpen else { return "closed" }
        let here = live(held.address, session)
        if let here, signUps[here].status == .confirmed { return "already_signed_up" }
        let others = signUps.indices.filter { $0 != index && isHeld($0, by: held.address, during: session) }
        guard others.isEmpty else { return "clash" }
        guard held.places <= free(session) else { return "full" }
        signUps[index].status = .cancelled
        takePlaces(of: held.address, in: session, places: held.places, here: here)
        promote(in: held.session)
        bringBack(held.address, overlapping: sessions[held.session].slot)
        return "moved"
    }
}
