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
            let texts = Texts.all.desk
            let done = DoneView(request, ["set": texts.doneSet, "cleared": texts.doneCleared], visit.language)
            return try await page(request.uri.queryParameters["about"].map(String.init), nil, visit, done: done)
        }
        staff.post("/staff/notices", needs: .programmeChange) { fields, _, _, visit in try await set(fields, visit) }
        staff.post(DeskAddress.clearNotice.path, needs: .programmeChange) { fields, _, _, visit in
            try await clear(fields, visit)
        }
    }

    private func set(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let about = fields["about"]
        let form = NoticeForm { fields[$0.rawValue] }
        let notice: (text: Localized, since: Date?, until: Date?)
        do { notice = try form.notice(in: desk.timeZone, now: visit.now) } catch {
            return try await page(about, form, visit, seen: SeenNotice(fields), problems: error)
        }
        let chosen = DeskProblems([.init("about", .notChosen)])
        guard let subject = Notice.Subject(key: about) else {
            return try await page(about, form, visit, seen: SeenNotice(fields), problems: chosen)
        }
        // Of another subject than that of the form as it was opened, nothing was seen.
        let seen = fields["seen_about"] == about ? SeenNotice(fields) : SeenNotice(id: 0, version: 0)
        let setting = try await desk.store.setNotice(
            notice.text, about: subject, since: notice.since, until: notice.until, seen: seen, actor: visit.actor)
        switch setting.outcome {
        case .set: return .seeOther(DeskAddress.notices.path + DoneView.query("set", setting.change))
        case .outdated: return try await outdated(about, form, seen, visit)
        case .noEdition, .unknownVenue, .unknownSession:
            return try await page(about, form, visit, seen: SeenNotice(fields), problems: chosen)
        }
    }

    /// The form again, on top of what somebody else has put up meanwhile.
    private func outdated(
        _ about: String, _ typed: NoticeForm, _ seen: SeenNotice, _ visit: StaffVisit
    ) async throws -> Response {
        let standing = try await desk.store.notices().first { $0.subject.key == about }
        let since = try await desk.store.change(
            of: .notice, standing?.id ?? seen.id, since: standing == nil || standing?.id == seen.id ? seen.version : 0,
            actor: visit.actor)
        let conflict = PartConflict<NoticeForm.Field>(since, typed: { typed[$0] }, in: desk.timeZone, visit.language)
        return try await page(about, NoticeForm { conflict.merge[$0] }, visit, conflict: conflict)
    }

    private func clear(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let (texts, language) = (Texts.all.deskChange, visit.language)
        guard let subject = Notice.Subject(key: fields["about"]) else { throw Refusal.badRequest }
        let clearing = try await desk.store.clearNotice(about: subject, seen: SeenNotice(fields), actor: visit.actor)
        guard clearing.outcome == .outdated else {
            return .seeOther(DeskAddress.notices.path + DoneView.query("cleared", clearing.change))
        }
        let notice = NoticeView(texts.outdatedTitle[language], texts.clearOutdated[language], kind: "bad")
        return try await page(fields["about"], nil, visit, notice: notice)
    }

    /// - Parameter seen: What the form was filled in from; `nil`: what stands now.
    private func page(
        _ about: String?, _ typed: NoticeForm?, _ visit: StaffVisit, seen: SeenNotice? = nil,
        problems: DeskProblems? = nil, conflict: PartConflict<NoticeForm.Field>? = nil, notice: NoticeView? = nil,
        done: DoneView? = nil
    ) async throws -> Response {
        let language = visit.language
        let notice = notice ?? conflict?.notice ?? problems.map { NoticeView($0, language: language) }
        let choices = NoticeChoices(
            sessions: try await desk.store.deskSessions(actor: visit.actor),
            venues: try await desk.store.deskVenues(actor: visit.actor))
        let view = DeskNoticesView(
            try await desk.store.notices(), about: about ?? "edition", typed: typed, seen: seen, problems: problems,
            theirs: conflict?.theirs ?? [:], notice: notice, done: done, choices: choices, in: desk.timeZone, language,
            now: visit.now)
        let address = about.map { DeskAddress.notice(about: $0) } ?? .notices
        let html = desk.pages.staff(
            .deskNotices, visit, title: problems.titled(Texts.all.desk.notices[language], language),
            at: .desk(address), view)
        return StaffAnswer.page(
            html, visit, status: problems != nil ? .unprocessableContent : notice != nil ? .conflict : .ok)
    }
}

extension SeenNotice {
    /// What a form says that it was filled in from.
    init(_ fields: FormFields) {
        self.init(id: Int64(fields["notice"]) ?? 0, version: Int(fields["version"]) ?? 0)
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
