internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The venues, as found, sorted and paged.
struct VenueListView: Sendable {
    let search: StaffSearch
    let found: String
    let columns: [StaffColumn]
    let rows: [Row]
    let hasRows: Bool
    let none: String
    let pager: StaffPager?
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

    init(_ venues: [DeskVenue], _ query: DeskQuery, _ language: Language) {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: .gmt))
        let all = query.find(
            venues, text: { "\($0.venue.name) \($0.venue.address) \($0.venue.slug)" }, sessions: \.sessions,
            taken: \.confirmed)
        let page = ListPage(all, page: query.page)
        search = StaffSearch(query, label: texts.venues[language], path: DeskAddress.venues(DeskQuery()).path)
        found = phrases.venues(all.count)
        func column(
            _ column: DeskQuery.Column, _ label: Localized, isNumber: Bool = false, isSecondary: Bool = false
        ) -> StaffColumn {
            StaffColumn(column, label, of: query, isNumber: isNumber, isSecondary: isSecondary, language) {
                DeskAddress.venues($0).path
            }
        }
        columns = [
            column(.name, texts.venue), column(.usual, texts.arrondissement, isNumber: true, isSecondary: true),
            column(.sessions, texts.sessions, isNumber: true),
            column(.taken, texts.taken, isNumber: true),
        ]
        rows = page.elements.map { venue in
            Row(
                path: DeskAddress.venue(slug: venue.venue.slug).path, name: venue.venue.name,
                arrondissement: language.ordinal(venue.venue.arrondissement), rooms: venue.rooms.count,
                largest: venue.rooms.map(\.capacity).max().map(language.number) ?? "",
                sessions: venue.sessions, taken: language.number(venue.confirmed))
        }
        hasRows = !rows.isEmpty
        none = query.isNarrowed ? Texts.all.list.none[language] : texts.nothingYet[language]
        pager = StaffPager(page: query.page, total: all.count, language) { DeskAddress.venues(query.at(page: $0)).path }
        new = DeskAddress.newVenue.path
        importFile = DeskAddress.importFile.path
    }
}
