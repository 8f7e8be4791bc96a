internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// One session in front of one organiser.
struct SessionWork: Sendable {
    let desk: StaffDesk
    let visit: StaffVisit
    let session: DeskSession
    let choices: SessionChoices

    var address: DeskAddress { .session(slug: session.slug) }
    var phrases: DeskPhrases { DeskPhrases(visit.language, in: choices.timeZone) }

    /// - Throws: `Refusal.notFound` where the path names no session of the current edition.
    init(_ desk: StaffDesk, _ context: WebContext, _ visit: StaffVisit) async throws {
        guard let slug = context.parameters.get("slug"),
            let session = try await desk.store.deskSession(slug, actor: visit.actor)
        else { throw Refusal.notFound }
        self.desk = desk
        self.visit = visit
        self.session = session
        choices = try await Self.choices(desk, visit)
    }

    static func choices(_ desk: StaffDesk, _ visit: StaffVisit) async throws -> SessionChoices {
        SessionChoices(
            venues: try await desk.store.deskVenues(actor: visit.actor),
            hosts: try await desk.store.deskHosts(actor: visit.actor), timeZone: desk.timeZone)
    }

    /// The sessions' titles in the visitor's language, by their slugs.
    static func titles(_ desk: StaffDesk, _ visit: StaffVisit) async throws -> [String: String] {
        let sessions = try await desk.store.deskSessions(actor: visit.actor)
        return Dictionary(uniqueKeysWithValues: sessions.map { ($0.slug, $0.facts.title.typeset[visit.language]) })
    }

    func change(_ change: SessionChange, _ terms: ChangeTerms) async throws -> SessionEffect {
        try await desk.store.change(session.id, change, terms, actor: visit.actor)
    }

    // MARK: Pages

    func fields(
        _ form: SessionForm, problems: DeskProblems? = nil, saved: SessionForm? = nil,
        disputed: Set<SessionField> = []
    ) -> SessionFields {
        SessionFields(
            form: form, choices: choices, problems: problems, saved: saved, disputed: disputed, isNew: false,
            language: visit.language)
    }

    /// The session's form: as it is, or as it was typed.
    ///
    /// - Parameter version: that the form was filled in from; `nil`: as it is now.
    func page(
        form: SessionForm? = nil, version: Int? = nil, problems: DeskProblems? = nil, done: DoneView? = nil
    ) throws -> Response {
        let form = form ?? SessionForm(session.facts, slug: session.slug, choices: choices)
        return page(
            fields(form, problems: problems), notice: problems.map { NoticeView($0, language: visit.language) },
            version: version, done: done, problems: problems, status: problems == nil ? .ok : .unprocessableContent)
    }

    private func page(
        _ fields: SessionFields, notice: NoticeView?, version: Int? = nil, done: DoneView? = nil,
        problems: DeskProblems? = nil, status: HTTPResponse.Status
    ) -> Response {
        let view = DeskSessionView(
            session, fields: fields, version: version, notice: notice, done: done, now: visit.now)
        let html = desk.pages.staff(
            .deskSession, visit, title: problems.titled(view.title, visit.language), at: .desk(address), view)
        return StaffAnswer.page(html, visit, status: status)
    }

    func page(_ view: EffectView, status: HTTPResponse.Status = .ok) -> Response {
        let html = desk.pages.staff(
            .deskEffect, visit, title: "\(view.title) – \(view.about)", at: .desk(address), view)
        return StaffAnswer.page(html, visit, status: status)
    }

    /// The form again, with what the database has against it.
    func refused(_ form: SessionForm, version: Int?, _ effect: SessionEffect) async throws -> Response {
        let titles = try await Self.titles(desk, visit)
        return try page(form: form, version: version, problems: DeskProblems(effect.problems, titles: titles))
    }

    /// The form again, on top of what somebody else has saved meanwhile.
    func outdated(_ typed: SessionForm, since version: Int) async throws -> Response {
        let (texts, language) = (Texts.all.desk, visit.language)
        guard let since = try await desk.store.change(of: session.id, since: version, actor: visit.actor) else {
            let notice = NoticeView(
                texts.outdatedTitle[language], Texts.all.deskChange.outdatedUnknown[language], kind: "bad")
            return page(fields(typed), notice: notice, status: .conflict)
        }
        let base = SessionForm(since.was, slug: session.slug, choices: choices)
        let saved = SessionForm(since.now, slug: session.slug, choices: choices)
        var form = typed
        let disputed = form.merge(base: base, saved: saved)
        let notice = NoticeView(
            texts.outdatedTitle[language],
            phrases.savedBy(since.by, at: since.at) + " " + texts.outdatedBody[language],
            kind: "bad", changes(from: base, to: saved))
        return page(
            fields(form, saved: saved, disputed: disputed), notice: notice, status: .conflict)
    }

    /// What the other one changed, each leading to its field.
    private func changes(from base: SessionForm, to saved: SessionForm) -> [NoticeView.FieldError] {
        let fields = fields(saved)
        return saved.differences(from: base).map { field in
            let name = DeskFieldNames.name(of: field.rawValue)[visit.language]
            let text = "\(fields.shown(field, of: base)) → \(fields.shown(field, of: saved))"
            return .init(
                field: field.rawValue,
                message: LetterPhrases(visit.language, in: choices.timeZone).line(name, text))
        }
    }

    // MARK: What was done

    /// Leads to the session's page, which says what was done and how to undo it.
    func done(_ effect: SessionEffect) -> Response {
        .seeOther(
            address.path
                + DoneView.query(
                    effect.letters, moved: effect.moved, promoted: effect.promoted, effect.change))
    }

    func done(_ request: Request) -> DoneView? {
        let texts = Texts.all.desk
        func number(_ name: Substring) -> Int { request.uri.queryParameters.get(String(name), as: Int.self) ?? 0 }
        guard request.uri.queryParameters["done"] == "saved" else {
            return DoneView(
                request, ["created": texts.doneCreated, "unchanged": texts.doneUnchanged], visit.language)
        }
        let text = phrases.done(
            letters: number("letters"), moved: number("moved"), promoted: number("promoted"))
        return DoneView(text, change: request.uri.queryParameters.get("change", as: Int64.self))
    }
}
