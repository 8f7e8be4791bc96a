public import Registration

extension RegistrationStore {
    /// Whom a message would reach.
    public func reach(of selection: MessageSelection, actor: StaffActor) async throws(StoreError) -> MessageReach {
        try await one(MessageReachStatement(actor: actor, selection: selection))
    }

    /// Writes to everybody who fits, once each. Sent twice with the same key, it is written once.
    public func send(
        _ message: Message, to selection: MessageSelection, requestKey: RequestKey, actor: StaffActor
    ) async throws(StoreError) -> MessageSending {
        try await one(
            SendMessageStatement(actor: actor, selection: selection, message: message, requestKey: requestKey))
    }

    /// Mails it to the account that writes it.
    ///
    /// - Returns: whether there was a session for an example.
    public func sendTest(
        of message: Message, to selection: MessageSelection, actor: StaffActor
    ) async throws(StoreError) -> Bool {
        try await one(TestMessageStatement(actor: actor, selection: selection, message: message))
    }

    /// The edition's messages, the latest first.
    public func messages(actor: StaffActor) async throws(StoreError) -> [SentMessage] {
        try await all(MessagesStatement(actor: actor, message: nil))
    }

    public func message(_ id: Int64, actor: StaffActor) async throws(StoreError) -> SentMessage? {
        try await all(MessagesStatement(actor: actor, message: id)).first
    }

    /// The hosts with sessions in the edition, by name.
    public func hosts(actor: StaffActor) async throws(StoreError) -> [ListedHost] {
        try await all(HostsStatement(actor: actor))
    }

    /// - Returns: whether there is such a host.
    public func setContact(
        ofHost host: Int64, email: EmailAddress?, actor: StaffActor
    ) async throws(StoreError) -> Bool {
        try await one(SetHostContactStatement(actor: actor, host: host, email: email))
    }

    /// Mails hosts their door links: one of them or, without, all whose address is known.
    ///
    /// - Returns: how many letters were written.
    public func writeToHosts(_ host: Int64? = nil, actor: StaffActor) async throws(StoreError) -> Int {
        try await one(WriteToHostsStatement(actor: actor, host: host))
    }
}
