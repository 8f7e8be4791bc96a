internal import Foundation
internal import Presentation
internal import Registration

/// The venues, as found, sorted and paged.
struct VenueListView: Sendable {
    let search: String
    let action: String
    let found: String
    let columns: [DeskColumn]
    let rows: [Row]
    let hasRows: Bool
    let none: String
    let pager: DeskPager?
    let new: String
    let importFile: String

    struct Row: Sendable {
        let path: String
        let name: String
        let arrondissement: String
        let rooms: Int
        let largest: String
        let sessions: Int
        let taken: String
    }

    init(_ venues: [DeskVenue], _ query: PlaceQuery, _ language: Language) {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: .gmt))
        let all = query.find(
            venues, text: { "\($0.venue.name) \($0.venue.address) \($0.venue.slug)" }, sessions: \.sessions,
            taken: \.confirmed)
        let page = DeskPage(all, page: query.page)
        search = query.search
        action = DeskAddress.venues(PlaceQuery()).path
        found = phrases.venues(all.count)
        func column(
            _ column: PlaceQuery.Column, _ label: Localized, isNumber: Bool = false, isSecondary: Bool = false
        ) -> DeskColumn {
            DeskColumn(
                label[language], path: DeskAddress.venues(query.sorted(by: column)).path,
                isSorted: query.sort == column, isDescending: query.isDescending, isNumber: isNumber,
                isSecondary: isSecondary)
        }
        columns = [
            column(.name, texts.venue), column(.usual, texts.arrondissement, isNumber: true, isSecondary: true),
            column(.sessions, texts.sessions, isNumber: true),
            column(.taken, texts.taken, isNumber: true),
        ]
        rows = page.items.map { venue in
            Row(
                path: DeskAddress.venue(slug: venue.venue.slug).path, name: venue.venue.name,
                arrondissement: language.ordinal(venue.venue.arrondissement), rooms: venue.rooms.count,
                largest: venue.rooms.map(\.capacity).max().map(language.number) ?? "",
                sessions: venue.sessions, taken: language.number(venue.confirmed))
        }
        hasRows = !rows.isEmpty
        none = (query.search.isEmpty ? texts.nothingYet : texts.none)[language]
        pager = DeskPager(page.number, of: page.count, position: phrases.page(page.number, of: page.count)) {
            DeskAddress.venues(query.at(page: $0)).path
        }
        new = DeskAddress.newVenue.path
        importFile = DeskAddress.importFile.path
    }
}
