internal import Foundation
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
            form(DeskUpload(), visit, done: done(request, visit))
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
                upload.withoutText, visit,
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
            let letters = effect.letters.reduce(0) { $0 + $1.count - $1.unreachable }
            return .seeOther(
                DeskAddress.importFile.path
                    + "?created=\(effect.created.count)&updated=\(effect.updated.count)&letters=\(letters)")
        }
        let view = try DeskImportView(upload, effect, in: desk.timeZone, language)
        return page(view, visit, title: texts.previewTitle[language], status: .ok)
    }

    private func wrong(_ upload: DeskUpload, _ problems: ImportProblems, _ visit: StaffVisit) -> Response {
        let (texts, language) = (Texts.all.deskImport, visit.language)
        let notice = NoticeView(texts.wrongTitle[language], texts.wrongBody[language], kind: "bad")
        return form(upload.withoutText, visit, because: notice, problems: problems)
    }

    private func form(
        _ upload: DeskUpload, _ visit: StaffVisit, because notice: NoticeView? = nil,
        problems: ImportProblems? = nil, done: String? = nil
    ) -> Response {
        let title = Texts.all.desk.importTitle[visit.language]
        let view = DeskImportView(upload, notice: notice, problems: problems, done: done, visit.language)
        let prefix = notice == nil ? "" : Texts.all.form.error[visit.language]
        return page(view, visit, title: prefix + title, status: notice == nil ? .ok : .unprocessableContent)
    }

    private func page(
        _ view: DeskImportView, _ visit: StaffVisit, title: String, status: HTTPResponse.Status
    ) -> Response {
        let html = desk.pages.staff(.deskImport, visit, title: title, at: .desk(.importFile), view)
        return StaffAnswer.page(html, visit, status: status)
    }

    private func done(_ request: Request, _ visit: StaffVisit) -> String? {
        func number(_ name: String) -> Int? { request.uri.queryParameters.get(name, as: Int.self) }
        guard let created = number("created"), let updated = number("updated") else { return nil }
        return ImportEffectPhrases(visit.language, in: desk.timeZone).done(
            created: created, updated: updated, letters: number("letters") ?? 0)
    }
}

/// A file as it came, or its text as it was pasted.
struct DeskUpload: Sendable {
    var kind = ImportFile.Kind.sessions
    var publishes = false
    var bytes: [UInt8] = []

    init() {}

    init(_ fields: FormFields) {
        kind = ImportFile.Kind(rawValue: fields["kind"]) ?? .sessions
        publishes = fields["publishes"] == "yes"
        let file = fields.bytes("file")
        bytes = file.isEmpty ? fields.bytes("text") : file
    }

    var withoutText: DeskUpload {
        var upload = self
        upload.bytes = []
        return upload
    }
}

/// The form for a file, what is wrong with one, or what one does.
struct DeskImportView: Sendable {
    let notice: NoticeView?
    let done: String
    let isDone: Bool
    let title: String
    let isForm: Bool
    let action: String
    let kinds: [EffectView.Choice]
    let publishes: Bool
    let text: String
    let problems: [Problem]
    let hasProblems: Bool
    let isPreview: Bool
    let kind: String
    let summary: String
    let sentences: [String]
    let created: [String]
    let hasCreated: Bool
    let rooms: [String]
    let hasRooms: Bool
    let hosts: [EffectView.Change]
    let hasHosts: Bool
    let updated: [Update]
    let hasUpdated: Bool
    let piles: [LetterPileView]
    let hasPiles: Bool
    let submit: String
    let isWorthIt: Bool
    let back: String

    struct Problem: Sendable {
        let line: String
        let column: String
        let message: String
    }

    struct Update: Sendable {
        let slug: String
        let told: String
        let isTold: Bool
        let changes: [EffectView.Change]
    }

    /// What a file does.
    init(_ upload: DeskUpload, _ effect: ImportEffect, in zone: TimeZone, _ language: Language) throws {
        let phrases = ImportEffectPhrases(language, in: zone)
        func change(_ change: FactChange, of field: String) -> EffectView.Change {
            EffectView.Change(
                name: DeskFieldNames.name(of: change.field)[language], was: phrases.value(change.was, of: field),
                becomes: phrases.value(change.becomes, of: field))
        }
        let piles = try effect.letters.map { try LetterPileView($0, language) }
        self.init(
            upload, notice: nil, problems: nil, done: nil, language, summary: phrases.summary(effect, of: upload.kind),
            sentences: DeskPhrases(language, in: zone).sentences(
                SessionEffect(outcome: .changed, promoted: effect.promoted, letters: effect.letters)),
            created: effect.created, rooms: effect.rooms,
            hosts: effect.hosts.map { host in
                EffectView.Change(
                    name: host.field, was: host.was.map { phrases.value($0, of: "legal_form") },
                    becomes: phrases.value(host.becomes, of: "legal_form"))
            },
            updated: effect.updated.map { update in
                let told = phrases.told(update)
                return Update(
                    slug: update.slug, told: told ?? "", isTold: told != nil,
                    changes: update.changes.map { change($0, of: $0.field) })
            }, piles: piles, isWorthIt: !effect.created.isEmpty || !effect.updated.isEmpty)
    }

    init(
        _ upload: DeskUpload, notice: NoticeView?, problems: ImportProblems?, done: String?, _ language: Language,
        summary: String? = nil, sentences: [String] = [], created: [String] = [], rooms: [String] = [],
        hosts: [EffectView.Change] = [], updated: [Update] = [], piles: [LetterPileView] = [], isWorthIt: Bool = false
    ) {
        let texts = Texts.all.deskImport
        self.notice = notice
        self.done = done ?? ""
        isDone = done != nil
        isPreview = summary != nil
        isForm = !isPreview
        title = isPreview ? texts.previewTitle[language] : Texts.all.desk.importTitle[language]
        action = DeskAddress.importFile.path
        kinds = [(ImportFile.Kind.sessions, texts.kindSessions), (.venues, texts.kindVenues)].map { kind, name in
            EffectView.Choice(value: kind.rawValue, label: name[language], isChosen: kind == upload.kind)
        }
        publishes = upload.publishes
        text = String(decoding: upload.bytes, as: UTF8.self)
        let phrases = ImportPhrases(language)
        self.problems = (problems?.problems ?? []).map { problem in
            Problem(
                line: problem.line.map(String.init) ?? "", column: problem.column ?? "",
                message: phrases.message(problem.fault))
        }
        hasProblems = !self.problems.isEmpty
        kind = upload.kind.rawValue
        self.summary = summary ?? ""
        self.sentences = sentences
        (self.created, hasCreated) = (created, !created.isEmpty)
        (self.rooms, hasRooms) = (rooms, !rooms.isEmpty)
        (self.hosts, hasHosts) = (hosts, !hosts.isEmpty)
        (self.updated, hasUpdated) = (updated, !updated.isEmpty)
        (self.piles, hasPiles) = (piles, !piles.isEmpty)
        submit = (piles.isEmpty ? texts.yesImport : texts.yesImportAndWrite)[language]
        self.isWorthIt = isWorthIt
        back = DeskAddress.sessions(SessionQuery()).path
    }
}
