internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

extension StaffDesk {
    /// The staff's first page: how it is going, as far as the visitor may count.
    func overview(_ visit: StaffVisit) async throws -> Response {
        let overview = Overview(
            sessions: try await store.sessionCounts(actor: visit.actor),
            growth: try await store.signUpDays(actor: visit.actor),
            edition: store.programme.latest.programme.edition,
            outbox: visit.may(.peopleWriteTo) ? try await store.outboxSummary() : nil,
            inside: try await store.insideNow(actor: visit.actor),
            export: visit.may(.peopleExport) ? try await store.exportStatus() : nil)
        let html = pages.staff(
            .staffHome, visit, title: Texts.all.overview.title[visit.language], at: .home,
            OverviewView(overview, visit))
        return StaffAnswer.page(html, visit)
    }
}
