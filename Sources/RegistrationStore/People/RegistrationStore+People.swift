internal import Postgres
public import Registration

extension RegistrationStore {
    // MARK: Looking

    /// The people whose names, address, telephone number or reference fit; a page of them.
    public func findPeople(
        _ query: PeopleQuery, byLatest: Bool = false, most: Int, skip: Int = 0, actor: StaffActor
    ) async throws(StoreError) -> ListPage<FoundPerson> {
        let rows = try await all(
            FindPeopleStatement(actor: actor, query: query, byLatest: byLatest, most: most, skip: skip))
        return ListPage(elements: rows.map(\.person), total: rows.first?.total ?? 0)
    }

    /// All that organisers see of a person; `nil` where there is nobody.
    public func person(_ id: Int64, actor: StaffActor) async throws(StoreError) -> Person? {
        guard let json = try await one(PersonStatement(actor: actor, person: id)) else { return nil }
        do { return try json.decodeObject(PersonJSON.self).person() } catch { throw StoreError(error) }
    }

    /// A page of a session's people.
    public func people(
        of session: Session.ID, _ statuses: [SignUp.Status], by order: PeopleOrder, most: Int, skip: Int,
        actor: StaffActor
    ) async throws(StoreError) -> ListPage<SessionPerson> {
        let rows = try await all(
            SessionPeopleStatement(
                actor: actor, session: session, statuses: statuses, order: order, most: most, skip: skip))
        return ListPage(elements: rows.map(\.person), total: rows.first?.total ?? 0)
    }

    /// A session's waiting list, in the order in which places go to those on it.
    public func waitingList(of session: Session.ID, actor: StaffActor) async throws(StoreError) -> [Waiter] {
        try await all(WaitingListStatement(actor: actor, session: session))
    }

    /// Everybody who is signed up for a session: who has places, by name, then who waits, by queue.
    public func attendees(of session: Session.ID, actor: StaffActor) async throws(StoreError) -> [Attendee] {
        try await all(AttendeesStatement(actor: actor, session: session))
    }

    /// What those who come to a session need.
    public func needs(of session: Session.ID, actor: StaffActor) async throws(StoreError) -> [NeedCount] {
        try await all(SessionNeedsStatement(actor: actor, session: session))
    }

    /// How full the sessions are whose counts the actor may read, in the order of the day.
    public func sessionCounts(actor: StaffActor) async throws(StoreError) -> [SessionCount] {
        try await all(SessionCountsStatement(actor: actor))
    }

    /// The places given on each day of signing up, as far as they are still held.
    public func signUpDays(actor: StaffActor) async throws(StoreError) -> [(day: CalendarDay, places: Int)] {
        try await all(SignUpDaysStatement(actor: actor))
    }

    /// How many people are inside at the venues that the actor may count; `nil` where none is on.
    public func insideNow(actor: StaffActor) async throws(StoreError) -> Int? {
        try await one(InsideNowStatement(actor: actor))
    }

    /// What lies in the outbox.
    public func outboxSummary() async throws(StoreError) -> OutboxSummary { try await one(OutboxStatement()) }

    // MARK: Changing

    /// Signs somebody up by telephone or at the desk, by the rules that hold for everybody.
    public func signUp(_ request: DeskSignUp.Request, actor: StaffActor) async throws(StoreError) -> DeskSignUp.Outcome
    {
        try await one(DeskSignUpStatement(actor: actor, request: request))
    }

    public func cancel(signUp: Int64, actor: StaffActor) async throws(StoreError) -> DeskChange {
        try await one(DeskCancelStatement(actor: actor, signUp: signUp))
    }

    /// Undoes a cancellation, while there are places.
    public func restore(signUp: Int64, actor: StaffActor) async throws(StoreError) -> DeskChange {
        try await one(DeskRestoreStatement(actor: actor, signUp: signUp))
    }

    public func changePlaces(
        ofSignUp signUp: Int64, to places: Int, actor: StaffActor
    ) async throws(StoreError) -> DeskChange {
        try await one(DeskPlacesStatement(actor: actor, signUp: signUp, places: places))
    }

    /// Moves a sign-up to another session; nothing is let go of unless there is room.
    public func move(
        signUp: Int64, to session: Session.ID, actor: StaffActor
    ) async throws(StoreError) -> DeskChange {
        try await one(DeskMoveStatement(actor: actor, signUp: signUp, session: session))
    }

    /// Puts somebody at the head of a waiting list.
    public func moveUp(
        signUp: Int64, because reason: MoveUpReason, note: NoteText?, actor: StaffActor
    ) async throws(StoreError) -> DeskChange {
        try await one(DeskMoveUpStatement(actor: actor, signUp: signUp, reason: reason, note: note))
    }

    /// Undoes that, while they wait.
    public func putBack(signUp: Int64, actor: StaffActor) async throws(StoreError) -> DeskChange {
        try await one(DeskPutBackStatement(actor: actor, signUp: signUp))
    }

    /// Corrects how a person is reached; `nil` takes away. A new address gets all tickets, and the old one's open nothing.
    public func setContact(
        of person: Int64, email: EmailAddress?, telephone: TelephoneNumber?, actor: StaffActor
    ) async throws(StoreError) -> ContactChange {
        try await one(SetContactStatement(actor: actor, person: person, email: email, telephone: telephone))
    }

    /// - Returns: whether there is such a person.
    public func add(_ note: NoteText, to person: Int64, actor: StaffActor) async throws(StoreError) -> Bool {
        try await one(AddNoteStatement(actor: actor, person: person, note: note))
    }

    /// Deletes a note, or brings it back within the hour.
    ///
    /// - Returns: whether there was such a note.
    public func delete(
        note: Int64, of person: Int64, restoring: Bool = false, actor: StaffActor
    ) async throws(StoreError) -> Bool {
        try await one(DeleteNoteStatement(actor: actor, person: person, note: note, isRestored: restoring))
    }

    /// Deletes the notes for good that were deleted an hour ago. To be called now and then.
    ///
    /// - Returns: how many.
    public func forgetNotes() async throws(StoreError) -> Int { try await one(ForgetNotesStatement()) }
}
