internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// What was done to the programme, as found, sorted and paged, and the way back from each that was not undone.
struct ChangeListView: Sendable {
    let done: DoneView?
    let search: StaffSearch
    let columns: [StaffColumn]
    let rows: [Row]
    let hasRows: Bool
    /// Whether nothing was done at all.
    let isEmpty: Bool
    let pager: StaffPager?
    let back: String

    struct Row: Sendable {
        let when: String
        let who: String
        let what: String
        let names: String
        let undo: String
        let isUndone: Bool
    }

    /// - Parameters:
    ///   - changes: the last first.
    ///   - letters: How many mails go out by what has just been undone.
    init(
        _ changes: [ProgrammeChange], _ query: DeskQuery, letters: Int?, in zone: TimeZone, _ language: Language
    ) {
        let (texts, phrases) = (Texts.all.deskChange, ChangePhrases(language, in: zone))
        done = letters.map { DoneView(phrases.undone(letters: $0)) }
        search = StaffSearch(query, label: texts.title[language], path: DeskAddress.changes(DeskQuery()).path)
        let all = query.find(
            changes, text: { "\(phrases.what($0)) \(phrases.names($0)) \(phrases.who($0))" })
        let page = ListPage(all, page: query.page)
        columns = [(DeskQuery.Column.name, texts.what, false), (.usual, texts.when, true)].map {
            column, label, isLatestFirst in
            StaffColumn(column, label, of: query, isUpsideDown: isLatestFirst, language) {
                DeskAddress.changes($0).path
            }
        }
        rows = page.elements.map { change in
            Row(
                when: phrases.moment(change.madeAt), who: phrases.who(change), what: phrases.what(change),
                names: phrases.names(change), undo: DeskAddress.undoChange(change.id).path, isUndone: change.isUndone)
        }
        (hasRows, isEmpty) = (!rows.isEmpty, changes.isEmpty)
        pager = StaffPager(page: query.page, total: all.count, language) {
            DeskAddress.changes(query.at(page: $0)).path
        }
        back = DeskAddress.sessions(SessionQuery()).path
    }
}
