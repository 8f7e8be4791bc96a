internal import Postgres
public import Registration

extension RegistrationStore {
    /// Says that a list is about to be read by somebody; `withExports` reads it.
    public func beginExport(
        _ scope: ExportScope, actor: String, formats: String, columns: String
    ) async throws(StoreError) -> ExportDatabase.Run {
        try await one(BeginExportStatement(actor: actor, scope: scope, formats: formats, columns: columns))
    }

    /// Lends a connection for an export.
    public func withExports<Value>(
        isolation: isolated (any Actor)? = #isolation, _ body: (ExportDatabase) async throws -> Value
    ) async throws -> Value {
        try await client.withSession { try await body(ExportDatabase(session: $0)) }
    }

    /// How the nightly export is doing; `nil` where there is no edition.
    public func exportStatus() async throws(StoreError) -> ExportStatus? {
        try await all(ExportStatusStatement()).first
    }
}
