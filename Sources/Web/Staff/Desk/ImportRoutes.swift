internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Importing a file in the browser: its effect first, then a yes. It is read as the command reads it.
struct ImportRoutes: Sendable {
    let desk: StaffDesk

    /// The largest file, in bytes.
    static let sizeLimit = 1024 * 1024

    func add(to staff: StaffRouter) {
        staff.get(DeskAddress.importFile.path, needs: .programmeChange) { request, _, visit in
            form(DeskUpload(), visit, done: done(request, visit), next: next(request, visit))
        }
        staff.post(DeskAddress.importFile.path, needs: .programmeChange) { fields, _, _, visit in
            try await take(fields, visit)
        }
    }

    private func take(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let (texts, language) = (Texts.all.deskImport, visit.language)
        let upload = DeskUpload(fields)
        guard upload.bytes.count <= Self.sizeLimit else {
            return form(
                upload.again, visit,
                because: NoticeView(texts.wrongTitle[language], texts.tooLarge[language], kind: "bad"))
        }
        guard !upload.bytes.isEmpty else {
            return form(
                upload, visit, because: NoticeView(texts.wrongTitle[language], texts.empty[language], kind: "bad"))
        }
        let file: ImportFile
        do { file = try ImportFile(upload.bytes, kind: upload.kind, timeZone: desk.timeZone) } catch {
            return wrong(upload, error, visit)
        }
        let isYes = fields["step"] == "yes"
        let effect = try await desk.store.importFile(
            file, publishes: upload.publishes, isDryRun: !isYes, actor: visit.actor)
        guard effect.problems.isEmpty else { return wrong(upload, ImportProblems(effect.problems), visit) }
        if isYes {
            let letters = effect.letters.mails
            return .seeOther(
                DeskAddress.importFile.path
                    + "?created=\(effect.created.count)&updated=\(effect.updated.count)&letters=\(letters)"
                    + "&kind=\(upload.kind.rawValue)" + (effect.change.map { "&change=\($0)" } ?? ""))
        }
        let view = try DeskImportView(upload, file, effect, in: desk.timeZone, language)
        return page(view, visit, title: texts.previewTitle[language], status: .ok)
    }

    private func wrong(_ upload: DeskUpload, _ problems: ImportProblems, _ visit: StaffVisit) -> Response {
        let (texts, language) = (Texts.all.deskImport, visit.language)
        let notice = NoticeView(texts.wrongTitle[language], texts.wrongBody[language], kind: "bad")
        return form(upload.again, visit, because: notice, problems: problems)
    }

    private func form(
        _ upload: DeskUpload, _ visit: StaffVisit, because notice: NoticeView? = nil,
        problems: ImportProblems? = nil, done: DoneView? = nil, next: GateView.Link? = nil
    ) -> Response {
        let title = Texts.all.desk.importTitle[visit.language]
        let view = DeskImportView(upload, notice: notice, problems: problems, done: done, next: next, visit.language)
        let prefix = notice == nil ? "" : Texts.all.form.error[visit.language]
        return page(view, visit, title: prefix + title, status: notice == nil ? .ok : .unprocessableContent)
    }

    private func page(
        _ view: DeskImportView, _ visit: StaffVisit, title: String, status: HTTPResponse.Status
    ) -> Response {
        let html = desk.pages.staff(.deskImport, visit, title: title, at: .desk(.importFile), view)
        return StaffAnswer.page(html, visit, status: status)
    }

    /// Where to go on to after an import: what is new, and of sessions the drafts among them.
    private func next(_ request: Request, _ visit: StaffVisit) -> GateView.Link? {
        let texts = Texts.all.deskImport
        switch request.uri.queryParameters.get("kind").flatMap(ImportFile.Kind.init(rawValue:)) {
        case .venues:
            return .init(path: DeskAddress.venues(DeskQuery()).path, label: texts.toVenues[visit.language])
        case .sessions:
            var drafts = SessionQuery()
            drafts.status = .draft
            return .init(path: DeskAddress.sessions(drafts).path, label: texts.toDrafts[visit.language])
        case nil: return nil
        }
    }

    private func done(_ request: Request, _ visit: StaffVisit) -> DoneView? {
        func number(_ name: String) -> Int? { request.uri.queryParameters.get(name, as: Int.self) }
        guard let created = number("created"), let updated = number("updated") else { return nil }
        let text = ImportEffectPhrases(visit.language, in: desk.timeZone).done(
            created: created, updated: updated, letters: number("letters") ?? 0)
        return DoneView(text, change: request.uri.queryParameters.get("change", as: ProgrammeChange.ID.self))
    }
}
