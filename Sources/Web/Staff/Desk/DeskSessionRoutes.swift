internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// A session's form at the desk: made, and changed after its effect was shown.
struct DeskSessionRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get(DeskAddress.newSession.path, needs: .programmeChange) { _, _, visit in
            try await newForm(SessionForm(), visit)
        }
        staff.post(DeskAddress.newSession.path, needs: .programmeChange) { fields, _, _, visit in
            try await create(fields, visit)
        }
        staff.get("/staff/sessions/:slug", needs: .programmeChange) { request, context, visit in
            let work = try await SessionWork(desk, context, visit)
            return try work.page(done: work.done(request))
        }
        staff.post("/staff/sessions/:slug", needs: .programmeChange) { fields, _, context, visit in
            try await change(fields, try await SessionWork(desk, context, visit))
        }
    }

    // MARK: A new one

    private func create(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let form = SessionForm { fields[$0.rawValue] }
        let choices = try await SessionWork.choices(desk, visit)
        let wishes: SessionWishes
        do { wishes = try SessionWishes(form, choices: choices) } catch {
            return try await newForm(form, visit, problems: error)
        }
        switch try await desk.store.createSession(
            wishes, isPublished: fields["published"] == "yes", actor: visit.actor)
        {
        case .created(let change):
            return .seeOther(DeskAddress.session(slug: wishes.slug).path + DoneView.query("created", change))
        case .noEdition: return .seeOther(DeskAddress.sessions(SessionQuery()).path)
        case .refused(let refusals):
            let titles = try await SessionWork.titles(desk, visit)
            return try await newForm(form, visit, problems: DeskProblems(refusals, titles: titles))
        }
    }

    private func newForm(
        _ form: SessionForm, _ visit: StaffVisit, problems: DeskProblems? = nil
    ) async throws -> Response {
        let choices = try await SessionWork.choices(desk, visit)
        let fields = SessionFields(
            form: form, choices: choices, problems: problems, isNew: true, language: visit.language)
        let view = DeskSessionView(
            nil, fields: fields, notice: problems.map { NoticeView($0, language: visit.language) }, done: nil,
            now: visit.now)
        let html = desk.pages.staff(
            .deskSession, visit, title: problems.titled(view.title, visit.language), at: .desk(.newSession), view)
        return StaffAnswer.page(html, visit, status: problems == nil ? .ok : .unprocessableContent)
    }

    // MARK: A change

    private func change(_ fields: FormFields, _ work: SessionWork) async throws -> Response {
        let form = SessionForm { fields[$0.rawValue] }
        let version = Int(fields["version"])
        if fields["step"] == "back" { return try work.page(form: form, version: version) }
        let wishes: SessionWishes
        do { wishes = try SessionWishes(form, choices: work.choices) } catch {
            return try work.page(form: form, version: version, problems: error)
        }
        let isYes = fields["step"] == "yes"
        let terms = ChangeTerms(
            version: version, excess: isYes ? Excess(rawValue: fields["excess"]) : nil,
            shown: isYes ? ShownEffect(fields) : nil, isDryRun: !isYes)
        let effect = try await work.change(.edit(wishes), terms)
        switch effect.outcome {
        case .outdated: return try await work.outdated(form, since: version ?? 0)
        case .unchanged: return .seeOther(work.address.path + "?done=unchanged")
        case .refused:
            guard effect.asksForChoice else { return try await work.refused(form, version: version, effect) }
            return try await ask(form, wishes, effect, work)
        case .moreAffected:
            let texts = Texts.all.desk
            let notice = NoticeView(
                texts.moreTitle[work.visit.language], texts.moreBody[work.visit.language], kind: "bad")
            return try await ask(form, wishes, effect, work, notice: notice)
        case .changed where isYes: return work.done(effect)
        case .changed where effect.concernsPeople: return try await ask(form, wishes, effect, work)
        case .changed:
            // It concerns nobody: nothing to ask. Should it by now, it is asked after all.
            let done = try await work.change(
                .edit(wishes),
                ChangeTerms(version: terms.version, shown: ShownEffect(moved: 0, clashes: 0), isDryRun: false))
            guard done.outcome == .changed else { return try await ask(form, wishes, done, work) }
            return work.done(done)
        case .unknownSession: throw Refusal.notFound
        }
    }

    private func ask(
        _ form: SessionForm, _ wishes: SessionWishes, _ effect: SessionEffect, _ work: SessionWork,
        notice: NoticeView? = nil
    ) async throws -> Response {
        let (texts, language) = (Texts.all.desk, work.visit.language)
        var choice: (confirmed: Int, move: SessionEffect)?
        if effect.asksForChoice || effect.outcome == .moreAffected && effect.moved > 0 {
            let terms = ChangeTerms(version: nil, excess: .move, isDryRun: true)
            choice = (work.session.tally.confirmed, try await work.change(.edit(wishes), terms))
        }
        let shown = choice?.move ?? effect
        let fields = work.fields(form)
        let before = SessionForm(work.session.facts, slug: work.session.slug, choices: work.choices)
        let changes = form.differences(from: before).filter { $0 != .slug }.map { field in
            EffectView.Change(
                name: DeskFieldNames.name(of: field.rawValue)[language], was: fields.shown(field, of: before),
                becomes: fields.shown(field, of: form))
        }
        let sentences =
            wishes.capacity == work.session.facts.capacity
            ? []
            : [
                work.phrases.capacity(
                    from: work.session.facts.capacity, to: wishes.capacity, confirmed: work.session.tally.confirmed)
            ]
        let question = EffectView.Question(
            title: texts.effectTitle[language], action: work.address.path,
            submit: (shown.letters.isEmpty ? texts.yesSave : texts.yesAndWrite)[language],
            hidden: SessionField.allCases.map { .init(name: $0.rawValue, value: form[$0]) }, hasForm: true)
        let view = try EffectView(
            effect, of: work.session, question, changes: changes, sentences: sentences, choice: choice,
            notice: notice, in: work.choices.timeZone, language)
        return work.page(view, status: notice == nil ? .ok : .conflict)
    }
}

extension ShownEffect {
    init?(_ fields: FormFields) {
        guard let moved = Int(fields["shown_moved"]), let clashes = Int(fields["shown_clashes"]) else { return nil }
        self.init(moved: moved, clashes: clashes)
    }
}

extension DeskProblems {
    /// What the database found, beside the fields.
    ///
    /// - Parameter titles: Of sessions, by their slugs.
    init(_ refusals: [SessionRefusal], titles: [String: String]) {
        self.init(
            refusals.map { refusal in
                let problem: DeskProblem =
                    switch refusal.code {
                    case .slugTaken: .slugTaken
                    case .outsideEdition: .outsideEdition(refusal.detail)
                    case .unknownRoom: .notChosen
                    case .aboveRoom: .aboveRoom(capacity: refusal.detail)
                    case .roomTaken: .roomTaken(by: titles[refusal.detail] ?? refusal.detail)
                    case .belowConfirmed: .belowConfirmed(places: refusal.detail)
                    case .cancelled: .cancelled
                    }
                return Entry(refusal.field?.rawValue, problem)
            })
    }
}

extension DeskProblems? {
    /// A page's title, which says first that something is wrong.
    func titled(_ title: String, _ language: Language) -> String {
        self == nil ? title : Texts.all.form.error[language] + title
    }
}
