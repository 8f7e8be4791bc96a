internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The record: who did what, when, to what.
struct RecordRoutes: Sendable {
    let desk: StaffDesk

    private static let most = 50

    func add(to staff: StaffRouter) {
        staff.get("/staff/record", needs: .recordRead) { request, _, visit in try await show(request, visit) }
    }

    private func show(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let query = RecordQuery(request)
        // One more than is shown tells whether there is another page.
        let entries = try await desk.store.record(
            query.filter, in: desk.timeZone, before: query.before, most: Self.most + 1, actor: visit.actor)
        let choices = try await desk.store.recordChoices(actor: visit.actor)
        let view = RecordView(
            Array(entries.prefix(Self.most)), query, choices, hasMore: entries.count > Self.most,
            timeZone: desk.timeZone, visit.language)
        return StaffAnswer.page(desk.pages.staff(.staffRecord, visit, title: view.title, at: .record, view), visit)
    }
}

/// Which part of the record is looked at, as the address tells; what can't be is left out.
struct RecordQuery: Sendable {
    var filter: RecordFilter
    var before: Int64?

    init(_ request: Request) {
        let parameters = request.uri.queryParameters
        let text = { (name: String) -> String? in
            parameters.get(name).map { String($0) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        filter = RecordFilter(
            actor: text("who"), kind: text("kind"), object: text("object"), day: text("day").flatMap { CalendarDay($0) }
        )
        before = text("before").flatMap { Int64($0) }
    }

    /// The address of the same part, further back.
    func path(before: Int64?) -> String {
        let pairs = [
            ("who", filter.actor), ("kind", filter.kind), ("object", filter.object),
            ("day", filter.day.map(\.description)), ("before", before.map(String.init)),
        ]
        let query = pairs.compactMap { name, value in value.map { "\(name)=\(PageAddress.segment($0))" } }
        return StaffAddress.record.path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}
