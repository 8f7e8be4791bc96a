public import Foundation
public import Registration

extension ProgrammeState {
    /// What to offer somebody who can't come to a session, best first (see `Session.alternatives`).
    public func alternatives(
        to session: Session, places: Int = 1, beside engagements: [Engagement] = [], at now: Date, limit: Int = 3
    ) -> [Session] {
        session.alternatives(
            among: programme.sessions, places: places, beside: engagements, at: now, limit: limit
        ) { tally(of: $0).placesLeft }
    }
}
