internal import Export
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Registration
internal import RegistrationStore

extension ListFormat {
    /// The format that an `Accept` header asks for (RFC 9110, section 12.5.1): CSV, XLSX or a sign-in sheet where one is named and
    /// preferred to JSON; nil for JSON, which whoever names none gets.
    init?(accept header: String?) {
        let known = AcceptedRange.list(header).compactMap { range -> (format: ListFormat?, weight: Double)? in
            switch range.name {
            case "text/csv": (.csv, range.weight)
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (.xlsx, range.weight)
            case "text/html": (.sheet, range.weight)
            case "application/jsonl": (.json, range.weight)
            case "application/json", "application/*", "*/*": (nil, range.weight)
            default: nil
            }
        }
        // The first of those that are wanted most.
        guard let best = known.map(\.weight).max(), let format = known.first(where: { $0.weight == best })?.format
        else { return nil }
        self = format
    }
}

extension AttendeeList {
    /// An answer that hands the list of a run on as it is read. Where reading fails, the connection is cut, so that nobody
    /// takes half a list for a whole one.
    func response(
        to run: ExportDatabase.Run, named name: String, type: String, store: RegistrationStore
    ) -> Response {
        let headers: HTTPFields = [
            .contentType: type, .cacheControl: "no-store", .contentDisposition: "attachment; filename=\"\(name)\"",
        ]
        let body = ResponseBody { writer in
            try await store.withExports { database in
                // At the first rows, so that its page says at once that it is under way, then each second.
                var told: ContinuousClock.Instant?
                try await write(run, from: database, demand: store.exportDemand) { bytes in
                    try await writer.write(ByteBuffer(bytes: bytes))
                } progress: { rows in
                    if let told, ContinuousClock.now - told < .seconds(1) { return }
                    told = .now
                    try? await store.noteProgress(of: run, rows: rows)
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}
