internal import Export
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Which attendee list a program asks for, and what it is to look like: `?session=` (as often as there are some), `?venue=`,
/// `?columns=` (keys between commas), `?dialect=`, `?lang=`.
struct ListCall: Sendable {
    let scope: ExportScope
    let layout: ListLayout

    /// - Parameter scope: that of the call's address; `nil` where the question says it.
    /// - Throws: `Problem` for what is not known: 404 for a session or venue, 400 for the rest.
    init(_ request: Request, of scope: ExportScope? = nil, in programme: Programme) throws(Problem) {
        let question = request.uri.queryParameters
        if let scope { self.scope = scope } else { self.scope = try Self.scope(question, in: programme) }
        let language = try request.textLanguage()
        var columns = ExportColumn.forPrograms
        if let text = question["columns"] {
            let keys = text.split(separator: ",", omittingEmptySubsequences: false)
            let known = keys.compactMap { ExportColumn(rawValue: String($0)) }
            guard known.count == keys.count else {
                throw .badRequest(
                    "'columns' is not made of these: \(ExportColumn.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            columns = known.enumerated().filter { !known[..<$0.offset].contains($0.element) }.map(\.element)
        }
        guard let dialect = CSVDialect(rawValue: String(question["dialect"] ?? "open")) else {
            throw .badRequest("'dialect' is neither 'open' nor 'excel'.")
        }
        layout = ListLayout(columns: columns, dialect: dialect, language: language)
    }

    private static func scope(
        _ question: Parameters, in programme: Programme
    ) throws(Problem) -> ExportScope {
        let slugs = question.getAll("session").map { String($0) }
        for slug in slugs where programme.session(slug: slug) == nil { throw .notFound("session") }
        guard let venue = question["venue"].map({ String($0) }) else {
            return slugs.isEmpty ? .edition : .sessions(slugs)
        }
        guard programme.venue(slug: venue) != nil else { throw .notFound("venue") }
        guard slugs.isEmpty else { throw .badRequest("'venue' and 'session' don't go together.") }
        return .venue(venue)
    }

    /// What a file is called that holds the list.
    var name: String {
        switch scope {
        case .edition: "edition"
        case .venue(let slug): slug
        case .sessions(let slugs): slugs.count == 1 ? slugs[0] : "selection"
        }
    }
}

extension APIRoutes {
    /// Lists of several sessions, a venue or the whole edition: always streamed, as JSON lines where `Accept` names nothing else.
    func lists(_ request: Request) async throws -> Response {
        let caller = try await authorized(request, for: .attendeesRead)
        let call = try ListCall(request, in: try await current().programme)
        return try await list(call, as: ListFormat(accept: request.headers[.accept]) ?? .json, for: caller)
    }

    func list(_ call: ListCall, as format: ListFormat, for caller: SignUp.Caller) async throws -> Response {
        let list = AttendeeList(format, call.layout)
        let run = try await stored { () async throws(StoreError) in
            try await store.beginExport(
                call.scope, actor: StaffActor.token(caller.id).description, formats: list.formatName,
                columns: list.columnKeys)
        }
        return list.response(
            to: run, named: "\(call.name).\(format.fileExtension)", type: format.mediaType, store: store)
    }
}
