internal import Export
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Attendee lists for organisers: a form says which, a page hands it over and shows how far it is.
///
/// What was asked for lies in the database, so that any instance may answer; the file is written while it is fetched.
struct ExportRoutes: Sendable {
    let desk: StaffDesk

    private static let shownRuns = 30

    func add(to staff: StaffRouter) {
        staff.get("/staff/exports", needs: .peopleExport) { request, _, visit in try await show(request, visit) }
        staff.post("/staff/exports", needs: .peopleExport, proof: .fresh) { fields, _, _, visit in
            try await ask(fields, visit)
        }
        staff.post("/staff/exports/choices/:choice/forget", needs: .peopleExport) { _, _, context, visit in
            try await forget(context, visit)
        }
        staff.get("/staff/exports/:run", needs: .peopleExport, proof: .fresh) { _, context, visit in
            let (run, asked) = try await known(context, visit)
            let view = ExportRunView(asked, run, visit.language)
            return StaffAnswer.page(
                desk.pages.staff(.staffExport, visit, title: view.title, at: .export(run), view), visit)
        }
        staff.get("/staff/exports/:run/file", needs: .peopleExport, proof: .fresh) { _, context, visit in
            try await fetch(context, visit)
        }
    }

    private func show(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        var form = ExportForm()
        let choices = try await desk.store.exportChoices()
        if let id = request.uri.queryParameters["choice"].flatMap({ Int64($0) }),
            let choice = choices.first(where: { $0.id == id })
        {
            form.columns = choice.columns.compactMap(ExportColumn.init(rawValue:))
        }
        return try await page(form, choices, notice: try await lateness(visit.language), visit)
    }

    private func page(
        _ form: ExportForm, _ choices: [ExportChoice], notice: NoticeView?, _ visit: StaffVisit,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let programme = try await desk.store.programme.current().programme
        let runs = try await desk.store.exportRuns(atMost: Self.shownRuns)
        let view = ExportsView(form, programme, choices: choices, runs: runs, notice: notice, visit)
        let html = desk.pages.staff(
            .staffExports, visit, title: Texts.all.exports.title[visit.language], at: .exports, view)
        return StaffAnswer.page(html, visit, status: status)
    }

    private func lateness(_ language: Language) async throws -> NoticeView? {
        guard try await desk.store.exportStatus()?.isLate == true else { return nil }
        let texts = Texts.all.exports
        return NoticeView(texts.lateTitle[language], texts.late[language], kind: "bad")
    }

    private func ask(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let form = ExportForm(fields)
        let scope: ExportScope
        do { scope = try form.asked(in: try await desk.store.programme.current().programme) } catch let refused
            as ExportForm.Refused
        {
            return try await page(
                form, try await desk.store.exportChoices(), notice: NoticeView(refused, visit.language), visit,
                status: .unprocessableContent)
        }
        if form.kind == .sheet, case .sessions(let slugs) = scope, slugs.count == 1 {
            return .seeOther(StaffAddress.sheet(slug: slugs[0]).path)
        }
        let columns = form.columns.map(\.rawValue)
        if !form.saveAs.isEmpty {
            try await desk.store.saveExportChoice(columns, as: form.saveAs, actor: visit.actor)
        }
        let run = try await desk.store.beginExport(
            scope, actor: visit.actor.description, formats: form.kind.rawValue, columns: columns.joined(separator: ","))
        return .seeOther(StaffAddress.export(run).path)
    }

    private func forget(_ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        guard let choice = context.parameters.get("choice").flatMap({ Int64($0) }) else { throw Refusal.notFound }
        try await desk.store.forgetExportChoice(choice, actor: visit.actor)
        return .seeOther(StaffAddress.exports.path)
    }

    /// - Throws: `Refusal.notFound` for a run of somebody else.
    private func known(
        _ context: WebContext, _ visit: StaffVisit
    ) async throws -> (run: ExportDatabase.Run, asked: AskedExport) {
        guard let run = context.parameters.get("run").flatMap({ Int64($0) }),
            let asked = try await desk.store.askedExport(run, actor: visit.actor)
        else { throw Refusal.notFound }
        return (run, asked)
    }

    private func fetch(_ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        let (run, asked) = try await known(context, visit)
        guard asked.state == .underWay, asked.rows == 0, let kind = ExportKind(rawValue: asked.formats) else {
            return .seeOther(StaffAddress.export(run).path)
        }
        let layout = ListLayout(
            columns: asked.columns.compactMap(ExportColumn.init(rawValue:)), dialect: kind.dialect,
            language: visit.language)
        let name = asked.scope.split(separator: ":").last ?? "edition"
        return AttendeeList(kind.format, layout).response(
            to: run, named: "\(name).\(kind.format.fileExtension)", type: kind.format.mediaType, store: desk.store)
    }
}

extension NoticeView {
    /// Everything that is wrong with the form, each with a way to its field.
    fileprivate init(_ refused: ExportForm.Refused, _ language: Language) {
        self.init(
            Texts.all.exports.wrongTitle[language], nil, kind: "bad",
            refused.problems.map { FieldError(field: $0.field, message: $0.text[language]) })
    }
}
