internal import Foundation
internal import Presentation
internal import Registration

/// What undoing a change does, before it is done; or why it can't be.
struct UndoView: Sendable {
    let notice: NoticeView?
    let title: String
    let about: String
    let objects: [String]
    let hasObjects: Bool
    let isPossible: Bool
    let sentences: [String]
    let choices: [EffectView.Choice]
    let hasChoices: Bool
    let changed: [Part]
    let hasChanged: Bool
    let gone: [String]
    let hasGone: Bool
    let made: [String]
    let hasMade: Bool
    let piles: [LetterPileView]
    let hasPiles: Bool
    let action: String
    let told: Int
    let clashes: Int
    let moved: Int
    let submit: String
    let back: String

    struct Part: Sendable {
        let name: String
        let changes: [EffectView.Change]
    }

    /// - Parameter moving: What it does where people lose their places, if that is to be chosen.
    init(
        _ id: ProgrammeChange.ID, _ effect: UndoEffect, moving: UndoEffect?, hasGrown: Bool, in zone: TimeZone,
        _ language: Language
    ) throws {
        let (texts, phrases) = (Texts.all.deskChange, ChangePhrases(language, in: zone))
        notice = Self.notice(effect, hasGrown: hasGrown, phrases)
        title = texts.undoTitle[language]
        about = phrases.about(effect)
        objects = effect.objects.map(phrases.object)
        hasObjects = !objects.isEmpty
        isPossible = effect.outcome == .undone
        let (desk, shown) = (DeskPhrases(language, in: zone), moving ?? effect)
        // What both choices do is in the words of the choice.
        let people =
            moving == nil
            ? desk.sentences(
                SessionEffect(
                    outcome: .changed, promoted: effect.promoted, clashes: effect.clashes, letters: effect.letters))
            : []
        sentences = people.isEmpty && moving == nil ? [Texts.all.desk.nobody[language]] : people
        choices = moving.map { EffectView.Choice.excess(kept: effect.kept ?? 0, moved: $0.moved, desk) } ?? []
        hasChoices = !choices.isEmpty
        changed = shown.parts.filter { !$0.changes.isEmpty }.map { part in
            Part(
                name: phrases.name(part.kind, part.name),
                changes: part.changes.map { change in
                    EffectView.Change(
                        name: DeskFieldNames.name(of: change.field)[language],
                        was: phrases.value(change.was, of: change.field),
                        becomes: phrases.value(change.becomes, of: change.field))
                })
        }
        hasChanged = !changed.isEmpty
        gone = effect.parts.filter(\.isGone).map { phrases.name($0.kind, $0.name) }
        hasGone = !gone.isEmpty
        made = effect.parts.filter(\.isMade).map { phrases.name($0.kind, $0.name) }
        hasMade = !made.isEmpty
        piles = try shown.letters.map { try LetterPileView($0, language) }
        hasPiles = !piles.isEmpty
        action = DeskAddress.undoChange(id).path
        (told, clashes, moved) = (shown.told, shown.clashes, shown.moved)
        submit = (piles.isEmpty ? texts.yesUndo : texts.yesUndoAndWrite)[language]
        back = DeskAddress.changes(DeskQuery()).path
    }

    private static func notice(_ effect: UndoEffect, hasGrown: Bool, _ phrases: ChangePhrases) -> NoticeView? {
        let (texts, language) = (Texts.all.deskChange, phrases.language)
        func bad(_ title: Localized, _ body: String) -> NoticeView { NoticeView(title[language], body, kind: "bad") }
        return switch effect.outcome {
        case .changedSince: bad(texts.changedTitle, texts.changedBody[language])
        case .used: bad(texts.usedTitle, texts.usedBody[language])
        case .impossible: bad(Texts.all.desk.impossibleTitle, texts.impossibleBody[language])
        case .refused: bad(Texts.all.desk.impossibleTitle, effect.obstacle.map(phrases.obstacle) ?? "")
        case .undone, .moreAffected:
            hasGrown ? bad(Texts.all.desk.moreTitle, Texts.all.desk.moreBody[language]) : nil
        }
    }
}
