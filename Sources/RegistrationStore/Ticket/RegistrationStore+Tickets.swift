public import Registration

extension RegistrationStore {
    /// What a sign-up's ticket shows. It is for whoever holds the secret: check it (`Ticket.verify`) before showing anything.
    public func ticket(of signUp: Int64) async throws(StoreError) -> HeldTicket? {
        try await all(TicketStatement(signUp: signUp, attendee: nil)).first
    }

    /// All sign-ups under an attendee's address, in the order of their sessions, cancelled ones included.
    public func tickets(underAddressOf attendee: Int64) async throws(StoreError) -> [HeldTicket] {
        try await all(TicketStatement(signUp: nil, attendee: attendee))
    }

    /// Lets go of a sign-up; whoever waits and fits is promoted in the same transaction.
    public func cancel(_ ticket: HeldTicket) async throws(StoreError) -> TicketChange {
        try await one(CancelTicketStatement(ticket: ticket))
    }

    /// Gives places back, to whoever waits and fits.
    public func reducePlaces(of ticket: HeldTicket, to places: Int) async throws(StoreError) -> TicketChange {
        try await one(ReducePlacesStatement(ticket: ticket, places: places))
    }

    public func rename(_ ticket: HeldTicket, to name: PersonName) async throws(StoreError) -> TicketChange {
        try await one(RenameStatement(ticket: ticket, name: name))
    }

    /// Has a letter written to an address, where it is known, and at most once an hour. Nobody learns which of the two.
    public func ask(
        for letter: LetterOnRequest, to email: EmailAddress, in language: Language
    ) async throws(StoreError) {
        _ = try await all(AskForLetterStatement(letter: letter, email: email, language: language))
    }

    /// Everything that is kept under an attendee's address, as JSON; `nil` where there is nothing any more.
    public func data(underAddressOf attendee: Int64) async throws(StoreError) -> String? {
        try await one(MyDataStatement(attendee: attendee))
    }

    /// Forgets everything under an attendee's address at once; their places go to those who wait.
    ///
    /// - Returns: whether there was anything.
    public func erase(addressOf attendee: Int64) async throws(StoreError) -> Bool {
        try await one(EraseStatement(attendee: attendee))
    }
}
