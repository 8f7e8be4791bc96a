internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Mail
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Writing to people: to whom, what, a look at the mail, a test, and off it goes.
struct MessageRoutes: Sendable {
    let desk: StaffDesk

    private var store: RegistrationStore { desk.store }

    func add(to staff: StaffRouter) {
        staff.get("/staff/messages", needs: .peopleWriteTo) { _, _, visit in try await list(visit) }
        staff.get("/staff/messages/new", needs: .peopleWriteTo) { request, _, visit in
            try await write(request, visit)
        }
        staff.post("/staff/messages/new", needs: .peopleWriteTo) { fields, _, _, visit in
            try await take(fields, visit)
        }
        staff.get("/staff/messages/:message", needs: .peopleWriteTo) { request, context, visit in
            try await show(request, context, visit)
        }
    }

    private func list(_ visit: StaffVisit) async throws -> Response {
        let view = MessagesView(
            try await store.messages(actor: visit.actor), in: store.programme.latest.programme.edition, visit)
        let html = desk.pages.staff(
            .staffMessages, visit, title: Texts.all.writing.title[visit.language], at: .people(.messages), view)
        return StaffAnswer.page(html, visit)
    }

    private func show(_ request: Request, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        let texts = Texts.all.writing
        guard let id = context.parameters.get("message", as: Int64.self),
            let message = try await store.message(id, actor: visit.actor)
        else {
            return desk.message(
                texts.unknownTitle, texts.none, to: .messages, texts.title, visit, status: .notFound)
        }
        let view = SentMessageView(
            message, isNew: request.uri.queryParameters.get("sent") != nil,
            in: store.programme.latest.programme.edition, visit)
        let html = desk.pages.staff(
            .staffSentMessage, visit, title: view.title, at: .people(.message(id)), view)
        return StaffAnswer.page(html, visit)
    }

    private func write(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let parameters = request.uri.queryParameters
        let selection = MessageSelection { name in parameters.getAll(name) }
        return try await page(MessageDraft(selection: selection, requestKey: RequestKey.random().text), visit)
    }

    private func take(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        var draft = MessageDraft(fields)
        // Whom it is for may change while it is being written.
        if fields["action"] == "reach" { return try await page(draft, visit) }
        let message: Message
        let key: RequestKey
        do throws(Message.Invalid) { message = try Message(draft.form) } catch {
            draft.problems = error.problems
            return try await page(draft, visit, status: .unprocessableContent)
        }
        do throws(FieldProblem) { key = try RequestKey(draft.requestKey) } catch { throw Refusal.badRequest }
        let reach = try await store.reach(of: draft.selection, actor: visit.actor)
        draft.previews = try previews(of: message, reach)
        draft.hasNobody = reach.recipients == 0
        switch fields["action"] {
        case "send":
            let sending = try await store.send(message, to: draft.selection, requestKey: key, actor: visit.actor)
            if case .sent(let id, _) = sending { return .seeOther(PeopleAddress.message(id).path + "?sent=1") }
            return try await page(draft, visit, status: .conflict)
        case "test":
            draft.isTestSent = try await store.sendTest(of: message, to: draft.selection, actor: visit.actor)
            return try await page(draft, visit)
        default: return try await page(draft, visit)
        }
    }

    /// The mails as they will be, in each language that it is written in, with the first session for an example.
    private func previews(of message: Message, _ reach: MessageReach) throws -> [Language: MessagePreview] {
        guard let session = reach.sample else { return [:] }
        let zone = store.programme.latest.programme.edition?.timeZone ?? .gmt
        let addresses = LetterAddresses(origin: desk.publicURL.origin, host: desk.publicURL.host, key: desk.key)
        let now = Date()
        var previews: [Language: MessagePreview] = [:]
        for language in Language.allCases {
            guard let (written, version) = message.version(for: language), written == language else { continue }
            let letter = try Letter.sample(of: version, about: session, language, zone, now: now)
            previews[language] = try MessagePreview(letter, addresses: addresses, now: now)
        }
        return previews
    }

    private func page(
        _ draft: MessageDraft, _ visit: StaffVisit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let reach = try await store.reach(of: draft.selection, actor: visit.actor)
        let view = WriteView(
            draft, reach: reach, sessions: try await store.sessionCounts(actor: visit.actor),
            in: store.programme.latest.programme.edition, visit)
        let html = desk.pages.staff(
            .staffWrite, visit, title: Texts.all.writing.new[visit.language], at: .people(.write(draft.selection)), view
        )
        return StaffAnswer.page(html, visit, status: status)
    }
}

/// A message that is being written.
struct MessageDraft: Sendable {
    var selection: MessageSelection
    var form = Message.Form()
    var requestKey: String
    var problems: [Message.Field: FieldProblem] = [:]
    var previews: [Language: MessagePreview] = [:]
    var isTestSent = false
    /// Whether it is written, and for nobody.
    var hasNobody = false

    init(selection: MessageSelection, requestKey: String) {
        self.selection = selection
        self.requestKey = requestKey
    }

    init(_ fields: FormFields) {
        self.init(selection: MessageSelection(fields.all), requestKey: fields["request_key"])
        form.subjectFr = fields["subject_fr"]
        form.textFr = fields["text_fr"]
        form.subjectEn = fields["subject_en"]
        form.textEn = fields["text_en"]
    }
}
