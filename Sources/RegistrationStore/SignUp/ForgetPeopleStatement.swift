internal import Postgres
public import Registration

/// An edition whose people are forgotten, or would be.
public struct ForgottenPeople: Hashable, Sendable {
    public let edition: Edition.ID
    public let attendees: Int
    public let signUps: Int
}

struct ForgetPeopleStatement: PostgresStatement {
    static let sql = "select edition_id, attendees, sign_ups from api.forget_people($1)"

    let isDryRun: Bool

    func bind(_ parameters: inout PostgresParameters) { parameters.append(isDryRun) }

    static func decode(_ row: inout PostgresRow) throws -> ForgottenPeople {
        ForgottenPeople(
            edition: try row.decode(Int64.self), attendees: Int(try row.decode(Int32.self)),
            signUps: Int(try row.decode(Int32.self)))
    }
}

extension RegistrationStore {
    /// Deletes everything about the people of editions whose time has passed. To be called now and then.
    ///
    /// - Returns: how many attendees.
    public func forgetPeople() async throws(StoreError) -> Int {
        try await all(ForgetPeopleStatement(isDryRun: false)).reduce(0) { $0 + $1.attendees }
    }
}

extension Administration {
    /// The same, or with `dryRun` only what it would do.
    public func forgetPeople(dryRun: Bool) async throws -> [ForgottenPeople] {
        try await session.execute(ForgetPeopleStatement(isDryRun: dryRun))
    }

    /// Deletes what people told of their needs, where its time has passed.
    ///
    /// - Returns: how many sign-ups told of any.
    public func forgetNeeds() async throws -> Int {
        try await session.execute(ForgetNeedsStatement()).first ?? 0
    }
}
