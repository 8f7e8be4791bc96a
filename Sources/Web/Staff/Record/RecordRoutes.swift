internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The record: who did what, when, to what.
struct RecordRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/record", needs: .recordRead) { request, _, visit in try await show(request, visit) }
    }

    private func show(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let query = RecordQuery(request)
        // One more than is shown tells whether there is another page.
        let entries = try await desk.store.record(
            query.filter, in: desk.timeZone, before: query.before, most: StaffPager.pageSize + 1, actor: visit.actor)
        let choices = try await desk.store.recordChoices(actor: visit.actor)
        let view = RecordView(
            Array(entries.prefix(StaffPager.pageSize)), query, choices, hasMore: entries.count > StaffPager.pageSize,
            timeZone: desk.timeZone, visit.language)
        return StaffAnswer.page(desk.pages.staff(.staffRecord, visit, title: view.title, at: .record, view), visit)
    }
}

/// Which part of the record is looked at, as the address tells; what can't be is left out.
struct RecordQuery: Sendable {
    var filter: RecordFilter
    var before: Int64?

    init(_ request: Request) {
        let value = QueryText.values(of: request.uri.query)
        func text(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
        filter = RecordFilter(
            actor: text("who"), kind: text("kind"), object: text("object"), day: text("day").flatMap { CalendarDay($0) }
        )
        before = text("before").flatMap { Int64($0) }
    }

    /// The address of the same part, further back.
    func path(before: Int64?) -> String {
        StaffAddress.record.path
            + QueryText.suffix([
                ("who", filter.actor), ("kind", filter.kind), ("object", filter.object),
                ("day", filter.day.map(\.description)), ("before", before.map(String.init)),
            ])
    }
}
