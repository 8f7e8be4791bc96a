public import Logging
public import Postgres
public import Registration

/// Everything that the service asks of the database: one typed statement per function of the schema `api`.
public struct RegistrationStore: Sendable {
    public let programme: ProgrammeCache
    public let signUps: SignUpBatcher
    public let checkIns: CheckInBatcher
    public let board: DoorBoard
    let client: PostgresClient
    private let migration: String?
    private let tokens = TokenCache()

    /// - Parameter migration: the latest that the database must have to be called ready; `nil`: whichever it is.
    public init(client: PostgresClient, migration: String? = nil, logger: Logger) {
        self.client = client
        self.migration = migration
        programme = ProgrammeCache(client: client, logger: logger)
        signUps = SignUpBatcher(logger: logger) { requests, completion in
            let statement = SignUpStatement(requests: requests)
            client.execute(statement) { result in
                guard case .failure(let error) = result, error.isWorthAskingAgain else {
                    return completion(result.mapError { $0 })
                }
                Task {
                    completion(
                        await Self.untilItAnswers { () async throws(PostgresError) in
                            try await client.execute(statement)
                        })
                }
            }
        }
        checkIns = CheckInBatcher(logger: logger) { actor, requests in
            try await Self.untilItAnswers { () async throws(PostgresError) in
                try await client.execute(CheckInStatement(actor: actor, requests: requests))
            }.get()
        }
        board = DoorBoard(logger: logger) {
            try await client.execute(DoorsStatement(), deadline: DoorBoard.patience)
        }
    }

    /// How long a sign-up waits for a database that is being restarted.
    private static let patience = Duration.seconds(4)

    /// Asks again while the connection fails. Only for what may be asked twice: a sign-up has a request key.
    private static func untilItAnswers<Value>(
        _ ask: () async throws(PostgresError) -> Value
    ) async -> Result<Value, any Error> {
        let end = ContinuousClock.now + patience
        while true {
            do { return .success(try await ask()) } catch {
                guard error.isWorthAskingAgain, ContinuousClock.now < end else { return .failure(error) }
            }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Lets go of a sign-up that this caller made; whoever waits and fits is promoted in the same transaction.
    public func cancel(_ reference: Reference, caller: SignUp.Caller) async throws(StoreError) -> Cancellation {
        try await one(CancelStatement(signUp: reference.signUp, caller: caller.id))
    }

    /// Corrects a mistyped address within an hour; the secrets that were sent to the wrong one die.
    public func correctEmail(
        of reference: Reference, to email: EmailAddress, caller: SignUp.Caller
    ) async throws(StoreError) -> AddressCorrection {
        try await one(CorrectEmailStatement(signUp: reference.signUp, caller: caller.id, email: email))
    }

    /// Signs up for several sessions with one form: an outcome for each, in their order, and one letter.
    ///
    /// - Parameter request: What was asked; its session does not count.
    public func signUp(
        for sessions: [Session.ID], _ request: SignUp.Request
    ) async throws(StoreError) -> [SignUp.Outcome] {
        try await all(DayStatement(sessions: sessions, request: request))
    }

    /// Exchanges what an attendee holds at an overlapping time for places in a session.
    ///
    /// - Parameters:
    ///   - places: How many; nil: as many as now.
    ///   - request: The form in which the session was asked for; without one the new sign-up is under the held one's name.
    public func switchSignUp(
        _ held: Reference, to session: Session.ID, proof: SwitchProof, places: Int? = nil,
        request: SignUp.Request? = nil
    ) async throws(StoreError) -> SwitchOutcome {
        try await one(
            SwitchStatement(held: held, session: session, proof: proof, places: places, request: request))
    }

    /// What keeps an address from this session, of what this caller made: the first sign-up with places at an overlapping
    /// time, and its session.
    public func clash(
        of email: EmailAddress, with session: Session.ID, caller: SignUp.Caller
    ) async throws(StoreError) -> (held: Reference, session: Session.ID)? {
        try await all(ClashStatement(email: email, session: session, caller: caller)).first
    }

    /// Who a token belongs to, where that is known without asking the database.
    public func knownHolder(of token: APIToken) -> TokenHolder? { tokens.known(token) }

    /// Who a token belongs to; `nil` for one that is unknown or revoked.
    public func holder(of token: APIToken) async throws(StoreError) -> TokenHolder? {
        do {
            return try await tokens.holder(of: token) { hash in try await all(FindTokenStatement(hash: hash)).first }
        } catch { throw StoreError(error) }
    }

    /// Forgets the request keys that are older than seven days. To be called now and then.
    ///
    /// - Returns: how many.
    public func forgetRequestKeys() async throws(StoreError) -> Int { try await one(ForgetRequestKeysStatement()) }

    /// Writes to everyone who holds places, two days before the day and once. To be called now and then.
    ///
    /// - Returns: how many letters were written.
    public func writeReminders() async throws(StoreError) -> Int { try await one(WriteRemindersStatement()) }

    /// What keeps the database from serving, in words for the log; `nil` where it answers within a second, takes writes
    /// and has this program's schema.
    public func trouble() async -> String? {
        do {
            guard let health = try await client.execute(HealthStatement(), deadline: .seconds(1)).first else {
                return "the database says nothing of itself"
            }
            if !health.takesWrites { return "the database takes no writes: it is a standby, or set to read only" }
            if let migration, health.migration != migration {
                return "the database's schema is \(health.migration ?? "empty"), this program's \(migration): "
                    + "run 'socialday migrate', or the program that fits"
            }
            return nil
        } catch { return "\(error)" }
    }

    func all<S: PostgresStatement>(_ statement: S) async throws(StoreError) -> [S.Row] {
        do { return try await client.execute(statement) } catch { throw StoreError(error) }
    }

    func one<S: PostgresStatement>(_ statement: S) async throws(StoreError) -> S.Row {
        guard let row = try await all(statement).first else {
            throw .unexpected(UnexpectedAnswer(function: S.sql, answer: "no row"))
        }
        return row
    }
}

private struct ForgetRequestKeysStatement: PostgresStatement {
    static let sql = "select api.forget_request_keys()"

    static func decode(_ row: inout PostgresRow) throws -> Int { Int(try row.decode(Int32.self)) }
}

private struct HealthStatement: PostgresStatement {
    static let sql = "select takes_writes, migration from api.health"

    static func decode(_ row: inout PostgresRow) throws -> (takesWrites: Bool, migration: String?) {
        (try row.decode(Bool.self), try row.decode(String?.self))
    }
}
