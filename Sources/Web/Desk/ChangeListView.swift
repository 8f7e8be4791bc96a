internal import Foundation
internal import Presentation
internal import Registration

/// The latest changes, and the way back from each that can be undone.
struct ChangeListView: Sendable {
    let done: DoneView?
    let rows: [Row]
    let hasRows: Bool
    let older: String?
    let back: String

    struct Row: Sendable {
        let when: String
        let who: String
        let what: String
        let names: String
        let undo: String
        let canUndo: Bool
        let isUndone: Bool
    }

    /// - Parameters:
    ///   - changes: one more than `most`, where there are older ones.
    ///   - letters: How many mails go out by what has just been undone.
    init(_ changes: [ProgrammeChange], most: Int, letters: Int?, in zone: TimeZone, _ language: Language) {
        let phrases = ChangePhrases(language, in: zone)
        done = letters.map { DoneView(phrases.undone(letters: $0)) }
        rows = changes.prefix(most).map { change in
            let own = change.session.map { DeskAddress.undo(slug: $0.slug, to: $0.past).path }
            let undo = own ?? (change.isUndoable ? DeskAddress.undoChange(change.id).path : nil)
            return Row(
                when: phrases.moment(change.madeAt), who: phrases.who(change), what: phrases.what(change),
                names: phrases.names(change), undo: undo ?? "", canUndo: undo != nil, isUndone: change.isUndone)
        }
        hasRows = !rows.isEmpty
        older = changes.count > most ? DeskAddress.changes(before: changes[most - 1].id).path : nil
        back = DeskAddress.sessions(SessionQuery()).path
    }
}
