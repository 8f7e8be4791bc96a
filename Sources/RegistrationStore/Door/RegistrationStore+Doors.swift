public import Registration

extension RegistrationStore {
    /// A steward's link for a venue on one day: the one there is, or a new one.
    ///
    /// - Parameter room: The name of the only room whose doors it opens; `nil`: all of the venue's.
    /// - Throws: one that `isNotAllowed` where the actor may not open it.
    public func openDoor(
        of venue: String, room: String?, day: CalendarDay, actor: StaffActor
    ) async throws(StoreError) -> DoorLinkOutcome {
        try await one(OpenDoorStatement(actor: actor, venue: venue, room: room, day: day))
    }

    /// How many are at a venue's doors, by session.
    ///
    /// - Throws: one that `isNotAllowed` where the actor may not know.
    public func doors(
        of venue: String, for actor: StaffActor
    ) async throws(StoreError) -> [Session.ID: DoorTally] {
        let rows = try await all(VenueDoorsStatement(actor: actor, venue: venue))
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// Who is expected at a session's door: who holds places, by name; who waits, in their order; and that a ticket was cancelled.
    ///
    /// - Parameter purpose: What goes into the record; `nil` for somebody who wants a list that they have read to be current.
    /// - Throws: one that `isNotAllowed` where the actor works at no such door.
    public func expected(
        at session: Session.ID, for actor: StaffActor, purpose: DoorListPurpose?
    ) async throws(StoreError) -> [ExpectedSignUp] {
        try await all(DoorListStatement(actor: actor, session: session, purpose: purpose))
    }
}
