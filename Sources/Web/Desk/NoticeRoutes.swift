internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The organiser's notices on public pages: put up, changed and taken down.
struct NoticeRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/notices", needs: .programmeChange) { request, _, visit in
            let about = request.uri.queryParameters["about"].map(String.init)
            return try await page(about, nil, visit, done: request.uri.queryParameters["done"].map(String.init))
        }
        staff.post("/staff/notices", needs: .programmeChange) { fields, _, _, visit in try await set(fields, visit) }
        staff.post(DeskAddress.clearNotice.path, needs: .programmeChange) { fields, _, _, visit in
            guard let subject = Notice.Subject(key: fields["about"]) else { throw Refusal.badRequest }
            _ = try await desk.store.clearNotice(about: subject, actor: visit.actor)
            return .seeOther(DeskAddress.notices.path + "?done=cleared")
        }
    }

    private func set(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let about = fields["about"]
        let form = NoticeForm(
            french: fields["text_fr"], english: fields["text_en"], since: fields["since"], until: fields["until"])
        let notice: (text: Localized, since: Date?, until: Date?)
        do { notice = try form.notice(in: desk.timeZone, now: visit.now) } catch {
            return try await page(about, form, visit, problems: error)
        }
        let chosen = DeskProblems([.init("about", .notChosen)])
        guard let subject = Notice.Subject(key: about) else {
            return try await page(about, form, visit, problems: chosen)
        }
        let setting = try await desk.store.setNotice(
            notice.text, about: subject, since: notice.since, until: notice.until, actor: visit.actor)
        guard setting == .set else { return try await page(about, form, visit, problems: chosen) }
        return .seeOther(DeskAddress.notices.path + "?done=set")
    }

    private func page(
        _ about: String?, _ typed: NoticeForm?, _ visit: StaffVisit, problems: DeskProblems? = nil,
        done: String? = nil
    ) async throws -> Response {
        let sessions = try await desk.store.deskSessions(actor: visit.actor)
        let venues = try await desk.store.deskVenues(actor: visit.actor)
        let notices = try await desk.store.notices()
        let view = DeskNoticesView(
            notices, about: about ?? "edition", typed: typed, problems: problems, done: done, sessions: sessions,
            venues: venues, in: desk.timeZone, visit.language, now: visit.now)
        let address = about.map { DeskAddress.notice(about: $0) } ?? .notices
        let html = desk.pages.staff(
            .deskNotices, visit, title: problems.titled(Texts.all.desk.notices[visit.language], visit.language),
            at: .desk(address), view)
        return StaffAnswer.page(html, visit, status: problems == nil ? .ok : .unprocessableContent)
    }
}

extension Notice.Subject {
    /// Reads `edition`, `venue:SLUG` or `session:SLUG`.
    init?(key: String) {
        let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("edition", 1): self = .edition
        case ("venue", 2): self = .venue(slug: parts[1])
        case ("session", 2): self = .session(slug: parts[1])
        default: return nil
        }
    }

    var key: String {
        switch self {
        case .edition: "edition"
        case .venue(let slug): "venue:\(slug)"
        case .session(let slug): "session:\(slug)"
        }
    }
}

/// The notices that stand or are to come, and the form for one.
struct DeskNoticesView: Sendable {
    let notice: NoticeView?
    let done: String
    let isDone: Bool
    let action: String
    let formTitle: String
    let fields: [DeskField]
    let rows: [Row]
    let hasRows: Bool
    let clear: String

    struct Row: Sendable {
        let about: String
        let key: String
        let path: String
        let text: String
        let time: String
    }

    init(
        _ notices: [Notice], about: String, typed: NoticeForm?, problems: DeskProblems?, done: String?,
        sessions: [DeskSession], venues: [DeskVenue], in zone: TimeZone, _ language: Language, now: Date
    ) {
        let (texts, own) = (Texts.all.desk, Texts.all.deskNotice)
        let phrases = DeskPhrases(language, in: zone)
        notice = problems.map { NoticeView($0, language: language) }
        self.done = (done == "cleared" ? texts.doneCleared : texts.doneSet)[language]
        isDone = done != nil
        action = DeskAddress.notices.path
        let standing = notices.first { $0.subject.key == about }
        formTitle = (standing == nil ? own.new : own.changeTitle)[language]
        let form =
            typed
            ?? standing.map { notice in
                NoticeForm(
                    french: notice.text.french, english: notice.text.english,
                    since: LocalTime.text(notice.since, in: zone),
                    until: notice.until.map { LocalTime.text($0, in: zone) } ?? "")
            } ?? NoticeForm()
        let titles = sessions.map { ("session:\($0.slug)", $0.facts.title.typeset[language]) }
        let places = venues.map { ("venue:\($0.venue.slug)", $0.venue.name) }
        fields = [
            DeskField(
                "about", .choice, value: about, problem: problems?["about"],
                choices: [
                    (nil, [("edition", own.everything[language])]), (texts.sessions[language], titles),
                    (texts.venues[language], places),
                ], label: own.about[language], language: language),
            DeskField(
                "text_fr", .lines(maximum: Notice.textLimit), value: form.french, problem: problems?["text_fr"],
                label: own.french[language], language: language),
            DeskField(
                "text_en", .lines(maximum: Notice.textLimit), value: form.english, problem: problems?["text_en"],
                label: own.english[language], language: language),
            DeskField(
                "since", .line(type: "datetime-local", maximum: 30), value: form.since, problem: problems?["since"],
                isRequired: false, label: own.since[language], hint: own.sinceHint[language], language: language),
            DeskField(
                "until", .line(type: "datetime-local", maximum: 30), value: form.until, problem: problems?["until"],
                isRequired: false, label: own.until[language], hint: own.untilHint[language], language: language),
        ]
        let names = Dictionary(titles + places, uniquingKeysWith: { first, _ in first })
        rows = notices.filter { $0.until.map { $0 > now } ?? true }.map { notice in
            let key = notice.subject.key
            let until = notice.until.map { " – \(phrases.moment($0))" } ?? ""
            return Row(
                about: names[key] ?? own.everything[language], key: key, path: DeskAddress.notice(about: key).path,
                text: notice.text.typeset[language], time: phrases.moment(notice.since) + until)
        }
        hasRows = !rows.isEmpty
        clear = DeskAddress.clearNotice.path
    }
}
