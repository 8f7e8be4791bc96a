internal import Presentation
internal import Registration

/// The bar on top: the groups of the staff's pages, and below it the pages of the group that one is in. Plain links, which
/// need neither script nor hovering.
struct StaffNavigation: Sendable {
    struct Entry: Sendable {
        let path: String
        let label: String
        /// For `aria-current`: `page`, or `true` for the group that the page is in.
        let current: String?
    }

    struct Group: Sendable {
        let label: String
        let entries: [Entry]
    }

    let entries: [Entry]
    let group: Group?

    /// What this visitor may open, at the page that they look at.
    init(for visit: StaffVisit, at here: StaffAddress) {
        // Before the second factor is there, nothing is open; a steward has one page only.
        guard visit.login != nil, !visit.lacksFactor(for: .member) else {
            (entries, group) = ([], nil)
            return
        }
        let language = visit.language
        let groups: [(label: Localized?, pages: [StaffPage])] = Self.all.compactMap { label, pages in
            let open = pages.filter { page in
                if case .permission(let permission) = page.need { visit.may(permission) } else { true }
            }
            return open.isEmpty ? nil : (label, open)
        }
        let mark = { (page: StaffPage) -> Entry in
            let current = page != here.page ? nil : page.address == here ? "page" : "true"
            return Entry(path: page.address.path, label: page.label[language], current: current)
        }
        // Who has few pages sees them all at once.
        if groups.reduce(0, { $0 + $1.pages.count }) <= Self.few {
            (entries, group) = (groups.flatMap(\.pages).map(mark), nil)
            return
        }
        let within = groups.first { $0.pages.contains { $0 == here.page } }
        entries = groups.map { label, pages in
            guard let label, pages.count > 1 else { return mark(pages[0]) }
            return Entry(
                path: pages[0].address.path, label: label[language],
                current: within?.pages == pages ? "true" : nil)
        }
        group = within.flatMap { label, pages in
            label.flatMap { label in
                pages.count > 1 ? Group(label: label[language], entries: pages.map(mark)) : nil
            }
        }
    }

    private static let few = 5

    private static var all: [(label: Localized?, pages: [StaffPage])] {
        let texts = Texts.all.navigation
        return [
            (nil, [.home]), (texts.programme, [.sessions, .venues, .hosts, .notices, .changes]),
            (texts.people, [.people, .signUp, .messages, .exports]),
            (texts.theDay, [.board, .door, .hostLetters]), (texts.staff, [.record, .accounts]),
        ]
    }
}
