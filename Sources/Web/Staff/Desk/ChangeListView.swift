internal import Foundation
internal import Presentation
internal import Registration

/// What was done to the programme, as found, sorted and paged, and the way back from each that was not undone.
struct ChangeListView: Sendable {
    let done: DoneView?
    let search: String
    let list: String
    let columns: [DeskColumn]
    let rows: [Row]
    let hasRows: Bool
    /// Whether nothing was done at all.
    let isEmpty: Bool
    let pager: DeskPager?
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
        _ changes: [ProgrammeChange], _ query: PlaceQuery, letters: Int?, in zone: TimeZone, _ language: Language
    ) {
        let (texts, phrases) = (Texts.all.deskChange, ChangePhrases(language, in: zone))
        done = letters.map { DoneView(phrases.undone(letters: $0)) }
        (search, list) = (query.search, DeskAddress.changes(PlaceQuery()).path)
        let all = query.find(
            changes, text: { "\(phrases.what($0)) \(phrases.names($0)) \(phrases.who($0))" })
        let page = DeskPage(all, page: query.page)
        columns = [(PlaceQuery.Column.name, texts.what, false), (.usual, texts.when, true)].map {
            column, label, isSecondary in
            DeskColumn(
                label[language], path: DeskAddress.changes(query.sorted(by: column)).path,
                isSorted: query.sort == column,
                // The usual order is the last first.
                isDescending: (column == .usual) != query.isDescending, isSecondary: isSecondary)
        }
        rows = page.items.map { change in
            Row(
                when: phrases.moment(change.madeAt), who: phrases.who(change), what: phrases.what(change),
                names: phrases.names(change), undo: DeskAddress.undoChange(change.id).path, isUndone: change.isUndone)
        }
        (hasRows, isEmpty) = (!rows.isEmpty, changes.isEmpty)
        let count = page.count
        pager = DeskPager(
            page.number, of: count, position: DeskPhrases(language, in: zone).page(page.number, of: count)
        ) { DeskAddress.changes(query.at(page: $0)).path }
        back = DeskAddress.sessions(SessionQuery()).path
    }
}
