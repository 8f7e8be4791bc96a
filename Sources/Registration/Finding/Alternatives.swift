public import Foundation

extension Session {
    /// What to offer somebody who can't come to this session, best first.
    ///
    /// The rule: only sessions that take sign-ups and have places left, of the same theme or host. Same theme and host come
    /// first, then same theme, then same host. Within these, what is nearest: minutes between the starts plus minutes on
    /// foot between the venues, as `DayPlan` reckons them. Pages and letters offer by this same rule; a letter, which knows who
    /// reads it, leaves out what does not fit into their day.
    ///
    /// - Parameters:
    ///   - places: How many are wanted, at least.
    ///   - engagements: What its reader is to come to already.
    ///   - left: The places left in a session.
    public func alternatives(
        among sessions: [Session], places: Int = 1, beside engagements: [Engagement] = [], at now: Date, limit: Int = 3,
        left: (Session) -> Int
    ) -> [Session] {
        let candidates = sessions.compactMap { other -> (rank: Int, minutes: Double, session: Session)? in
            guard other.id != id, let rank = kinship(to: other), other.signUpPhase(at: now) == .open,
                left(other) >= max(1, places), !engagements.contains(where: { $0.excludes(other) })
            else { return nil }
            let apart = abs(other.startsAt.timeIntervalSince(startsAt)) / 60
            return (rank, apart + venue.metres(to: other.venue) / 1000 / DayPlan.walkingSpeed * 60, other)
        }
        let best = candidates.sorted { ($0.rank, $0.minutes, $0.session.slug) < ($1.rank, $1.minutes, $1.session.slug) }
        return best.prefix(limit).map(\.session)
    }

    private func kinship(to other: Session) -> Int? {
        switch (theme == other.theme, host.name == other.host.name) {
        case (true, true): 0
        case (true, false): 1
        case (false, true): 2
        case (false, false): nil
        }
    }
}
