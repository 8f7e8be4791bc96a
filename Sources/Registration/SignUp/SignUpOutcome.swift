extension SignUp {
    /// What became of a request. All of these are expected: broken promises throw instead.
    public enum Outcome: Hashable, Sendable {
        /// There is a place, or there are places.
        case confirmed(Held)
        /// On the waiting list, at a position counted from 1.
        case waiting(Held, position: Int)
        /// The address holds this session already, with places or, where there is a position, on the waiting list; `nil`
        /// where this caller did not make that sign-up and may not see it.
        case alreadySignedUp(Held?, position: Int?)
        /// No place, and no waiting list or a group larger than the session.
        case full
        /// The address holds a place at an overlapping time; whether by a sign-up that this caller made.
        case clash(isOwn: Bool)
        case closed
        case notYetOpen
        case unknownSession
        /// The request key was used for another body.
        case keyReused
    }

    /// A sign-up that the caller may see.
    public struct Held: Hashable, Sendable {
        public let reference: Reference
        public let places: Int

        public init(reference: Reference, places: Int) {
            self.reference = reference
            self.places = places
        }
    }
}
