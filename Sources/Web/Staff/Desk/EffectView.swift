internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// What a change does, before it is done: what is otherwise, what it means for people, which mails go out, and the question.
struct EffectView: Sendable {
    let notice: NoticeView?
    let title: String
    let about: String
    let lead: String
    let hasLead: Bool
    let changes: [Change]
    let hasChanges: Bool
    let sentences: [String]
    let isPossible: Bool
    let choices: [Choice]
    let hasChoices: Bool
    let piles: [LetterPileView]
    let hasPiles: Bool
    let action: String
    let hidden: [GateView.Hidden]
    let submit: String
    /// Whether the form can be gone back to with what was typed.
    let hasForm: Bool
    let back: String

    struct Change: Sendable {
        let name: String
        let was: String
        let wasThere: Bool
        let becomes: String

        /// - Parameter was: `nil`: it is new.
        init(name: String, was: String?, becomes: String) {
            self.name = name
            self.was = was ?? ""
            wasThere = was != nil
            self.becomes = becomes
        }
    }

    struct Choice: Sendable {
        let value: String
        let label: String
        let isChosen: Bool

        /// What may become of those who would lose their places.
        ///
        /// - Parameters:
        ///   - kept: The places confirmed.
        ///   - moved: The sign-ups that would go to the waiting list.
        static func excess(kept: Int, moved: Int, _ phrases: DeskPhrases) -> [Choice] {
            [
                Choice(value: Excess.keep.rawValue, label: phrases.keep(kept), isChosen: true),
                Choice(value: Excess.move.rawValue, label: phrases.move(moved), isChosen: false),
            ]
        }
    }

    /// What the question is.
    struct Question {
        var title: String
        var lead: String?
        var action: String
        var submit: String
        /// What is posted again with the yes.
        var hidden: [GateView.Hidden]
        /// Whether it comes from a form.
        var hasForm = false
    }

    /// - Parameters:
    ///   - choice: The places confirmed, and what moving people would do, where that is to be chosen.
    init(
        _ effect: SessionEffect, of session: DeskSession, _ question: Question, changes: [Change] = [],
        sentences: [String] = [], choice: (confirmed: Int, move: SessionEffect)? = nil, notice: NoticeView? = nil,
        in zone: TimeZone, _ language: Language
    ) throws {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: zone))
        let shown = choice?.move ?? effect
        // What both choices do is in the words of the choice.
        let people = choice == nil ? phrases.sentences(shown) : []
        let isNobody = people.isEmpty && sentences.isEmpty && choice == nil
        self.init(
            notice: notice, question, about: session.facts.title.typeset[language],
            back: DeskAddress.session(slug: session.slug).path, changes: changes,
            sentences: sentences + (isNobody ? [texts.nobody[language]] : people),
            isPossible: choice != nil || effect.outcome != .refused,
            choices: choice.map { Choice.excess(kept: $0.confirmed, moved: $0.move.moved, phrases) } ?? [],
            piles: try shown.letters.map { try LetterPileView($0, language) },
            hidden: [
                .init(name: "version", value: String(session.version)),
                .init(name: "shown_moved", value: String(shown.moved)),
                .init(name: "shown_clashes", value: String(shown.clashes)),
            ])
    }

    /// - Parameters:
    ///   - about: What the change is of.
    ///   - hidden: What the yes is to, after what is posted again.
    init(
        notice: NoticeView?, _ question: Question, about: String, back: String, changes: [Change], sentences: [String],
        isPossible: Bool = true, choices: [Choice] = [], piles: [LetterPileView], hidden: [GateView.Hidden]
    ) {
        self.notice = notice
        title = question.title
        self.about = about
        lead = question.lead ?? ""
        hasLead = question.lead != nil
        (self.changes, hasChanges) = (changes, !changes.isEmpty)
        self.sentences = sentences
        self.isPossible = isPossible
        (self.choices, hasChoices) = (choices, !choices.isEmpty)
        (self.piles, hasPiles) = (piles, !piles.isEmpty)
        action = question.action
        self.hidden = question.hidden + hidden
        submit = question.submit
        hasForm = question.hasForm
        self.back = back
    }
}
