public import Postgres

/// How much is asked of the service meanwhile, so that an export can step back. Not on the export's own connection, which is
/// busy with its rows.
public struct ExportDemand: Sendable {
    private let look: @Sendable () async throws -> [Int]

    init(_ look: @escaping @Sendable () async throws -> [Int]) { self.look = look }

    /// - Parameter session: for nothing else.
    public init(session: PostgresSession) { self.init { try await session.execute(DemandStatement()) } }

    init(client: PostgresClient) { self.init { try await client.execute(DemandStatement()) } }

    /// A number that grows with each sign-up and check-in; `nil` where it can't be known now.
    public func changes() async -> Int? { try? await look().first }
}

extension RegistrationStore {
    public var exportDemand: ExportDemand { ExportDemand(client: client) }
}

private struct DemandStatement: PostgresStatement {
    static let sql = "select api.demand()"

    static func decode(_ row: inout PostgresRow) throws -> Int { Int(try row.decode(Int64.self)) }
}
