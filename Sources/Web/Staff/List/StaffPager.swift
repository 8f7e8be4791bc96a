internal import Presentation
internal import Registration
internal import RegistrationStore

/// The links between the pages of a list.
struct StaffPager: Sendable {
    /// Rows on a page.
    static let pageSize = 50

    /// `Page 2 sur 5`; `nil` where nobody has counted.
    let position: String?
    let previous: GateView.Link?
    let next: GateView.Link?

    /// - Parameters:
    ///   - page: As the address has it; what is behind the last page means the last.
    ///   - path: Of a page, by its number.
    /// - Returns: `nil` where everything is on one page.
    init?(page: Int, total: Int, _ language: Language, path: (Int) -> String) {
        let (count, texts) = (Self.count(total), Texts.all.list)
        guard count > 1 else { return nil }
        let page = min(page, count)
        position = language.page(page, of: count)
        previous = page > 1 ? .init(path: path(page - 1), label: texts.previous[language]) : nil
        next = page < count ? .init(path: path(page + 1), label: texts.next[language]) : nil
    }

    /// Of a list that goes back in time and is not counted.
    ///
    /// - Returns: `nil` where everything is on one page.
    init?(newest: String?, older: String?, _ language: Language) {
        guard newest != nil || older != nil else { return nil }
        position = nil
        previous = newest.map { .init(path: $0, label: Texts.all.list.newest[language]) }
        next = older.map { .init(path: $0, label: Texts.all.list.older[language]) }
    }

    /// A page's number as an address has it, from 1.
    static func number(_ text: String?) -> Int { max(1, min(10_000, text.flatMap { Int($0) } ?? 1)) }

    fileprivate static func count(_ total: Int) -> Int { max(1, (total + pageSize - 1) / pageSize) }
}

extension ListPage {
    /// A page of a list that is known whole.
    init(_ all: [Element], page: Int) {
        let before = (min(page, StaffPager.count(all.count)) - 1) * StaffPager.pageSize
        self.init(elements: Array(all.dropFirst(before).prefix(StaffPager.pageSize)), total: all.count)
    }
}
