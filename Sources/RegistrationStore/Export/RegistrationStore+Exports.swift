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

    /// What an actor asked for, and how far it is; `nil` where it is not theirs.
    public func askedExport(
        _ run: ExportDatabase.Run, actor: StaffActor
    ) async throws(StoreError) -> AskedExport? {
        try await all(AskedExportStatement(actor: actor.description, run: run)).first
    }

    /// Notes how many rows of a run were read.
    public func noteProgress(of run: ExportDatabase.Run, rows: Int) async throws(StoreError) {
        _ = try await all(ExportProgressStatement(run: run, rows: rows))
    }

    /// The latest exports and nights, the latest first.
    public func exportRuns(atMost count: Int) async throws(StoreError) -> [ExportRun] {
        try await all(ExportRunsStatement(count: count))
    }

    public func exportChoices() async throws(StoreError) -> [ExportChoice] { try await all(ExportChoicesStatement()) }

    public func saveExportChoice(
        _ columns: [String], as name: String, actor: StaffActor
    ) async throws(StoreError) {
        _ = try await one(SaveExportChoiceStatement(actor: actor.description, name: name, columns: columns))
    }

    public func forgetExportChoice(_ id: ExportChoice.ID, actor: StaffActor) async throws(StoreError) {
        _ = try await one(ForgetExportChoiceStatement(actor: actor.description, choice: id))
    }
}
