import Presentation
import Registration

/// The links between the pages of a list.
struct StaffPager: Sendable {
    static let pageSize = 25

    let label: String
    let position: String
    let previous: String?
    let next: String?

    /// - Returns: `nil` where everything is on one page.
    init?(page: Int, total: Int, language: Language, path: (Int) -> String) {
        let count = (total + Self.pageSize - 1) / Self.pageSize
        guard count > 1 else { return nil }
        label = Texts.all.people.pages[language]
        position = PeoplePhrases(language).page(page, of: count)
        previous = page > 1 ? path(page - 1) : nil
        next = page < count ? path(page + 1) : nil
    }

    /// A page's number as an address has it, from 1.
    static func number(_ text: String?) -> Int { max(1, min(10_000, text.flatMap { Int($0) } ?? 1)) }
}

/// One of several orders or filters of a list.
struct StaffChoice: Sendable {
    let path: String
    let label: String
    let isHere: Bool
}
