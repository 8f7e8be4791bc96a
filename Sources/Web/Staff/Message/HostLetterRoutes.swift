internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Mailing every host the links to its doors, and saying where.
struct HostLetterRoutes: Sendable {
    let desk: StaffDesk

    private var store: RegistrationStore { desk.store }

    func add(to staff: StaffRouter) {
        staff.get("/staff/hosts/letters", needs: .peopleWriteTo) { request, _, visit in
            let parameters = request.uri.queryParameters
            let written = parameters.get("written", as: Int.self).map(PeoplePhrases(visit.language).hostsWritten)
            return try await show(visit, done: written, saved: parameters.get("saved", as: Int64.self))
        }
        staff.post("/staff/hosts/letters", needs: .peopleWriteTo) { _, _, _, visit in
            let written = try await store.writeToHosts(actor: visit.actor)
            return .seeOther(PeopleAddress.hostLetters.path + "?written=\(written)")
        }
        staff.post("/staff/hosts/:id/contact", needs: .programmeChange) { fields, _, context, visit in
            try await setContact(fields, context, visit)
        }
    }

    private func setContact(
        _ fields: FormFields, _ context: WebContext, _ visit: StaffVisit
    ) async throws -> Response {
        guard let host = context.parameters.get("id", as: Int64.self) else { throw Refusal.notFound }
        var email: EmailAddress?
        do throws(FieldProblem) { email = try EmailAddress(fields["email"]) } catch {
            if error != .missing { return try await show(visit, wrong: (host, fields["email"], error)) }
        }
        guard try await store.setContact(ofHost: host, email: email, actor: visit.actor) else { throw Refusal.notFound }
        return .seeOther(PeopleAddress.hostLetters.path + "?saved=\(host)#host-\(host)")
    }

    private func show(
        _ visit: StaffVisit, done: String? = nil, saved: Int64? = nil,
        wrong: (host: Int64, typed: String, problem: FieldProblem)? = nil
    ) async throws -> Response {
        let view = HostLettersView(
            try await store.hosts(actor: visit.actor), done: done, saved: saved, wrong: wrong,
            in: store.programme.latest.programme.edition, visit)
        let html = desk.pages.staff(
            .staffHostLetters, visit, title: Texts.all.writing.hosts[visit.language], at: .people(.hostLetters), view)
        return StaffAnswer.page(html, visit, status: wrong == nil ? .ok : .unprocessableContent)
    }
}

/// The hosts, whom to write to, and when they were last written to.
struct HostLettersView: Sendable {
    let formToken: String
    let done: DoneView?
    /// What the button says; `nil` where nobody can be written to.
    let submit: String?
    let action = PeopleAddress.hostLetters.path
    let hasHosts: Bool
    let hosts: [Row]

    struct Row: Sendable {
        let id: Int64
        let name: String
        let sessions: String
        let email: String
        let error: String?
        /// That it has just been saved.
        let saved: String?
        let action: String
        let last: String
    }

    init(
        _ hosts: [ListedHost], done: String?, saved: Int64?,
        wrong: (host: Int64, typed: String, problem: FieldProblem)?,
        in edition: Edition?, _ visit: StaffVisit
    ) {
        let language = visit.language
        let moments = Moments(language, in: edition?.timeZone ?? .gmt)
        formToken = visit.formToken
        self.done = done.map { DoneView($0) }
        let reached = hosts.count { $0.email != nil }
        submit = reached == 0 ? nil : PeoplePhrases(language).writeToHosts(reached)
        self.hosts = hosts.map { host in
            let isWrong = wrong?.host == host.id
            let last = host.writtenAt.map { at in
                [moments.moment(at), host.state?.name[language]].compactMap(\.self).joined(separator: ", ")
            }
            return Row(
                id: host.id, name: host.name, sessions: SignUpPhrases(language).sessions(host.sessions),
                email: isWrong ? wrong?.typed ?? "" : host.email ?? "",
                error: isWrong ? wrong?.problem.staffMessage(in: language) : nil,
                saved: saved == host.id ? Texts.all.writing.hostSaved[language] : nil,
                action: PeopleAddress.hostContact(host.id).path, last: last ?? "")
        }
        hasHosts = !hosts.isEmpty
    }
}
