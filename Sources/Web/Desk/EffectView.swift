internal import Foundation
internal import Mail
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
        self.notice = notice
        title = question.title
        about = session.facts.title.typeset[language]
        lead = question.lead ?? ""
        hasLead = question.lead != nil
        self.changes = changes
        hasChanges = !changes.isEmpty
        // What both choices do is in the words of the choice.
        let people = choice == nil ? phrases.sentences(shown) : []
        let isNobody = people.isEmpty && sentences.isEmpty && choice == nil
        self.sentences = sentences + (isNobody ? [texts.nobody[language]] : people)
        isPossible = choice != nil || effect.outcome != .refused
        choices =
            choice.map { choice in
                [
                    Choice(value: Excess.keep.rawValue, label: phrases.keep(choice.confirmed), isChosen: true),
                    Choice(value: Excess.move.rawValue, label: phrases.move(choice.move.moved), isChosen: false),
                ]
            } ?? []
        hasChoices = choice != nil
        piles = try shown.letters.map { try LetterPileView($0, language) }
        hasPiles = !piles.isEmpty
        action = question.action
        hidden =
            question.hidden + [
                .init(name: "version", value: String(session.version)),
                .init(name: "shown_moved", value: String(shown.moved)),
                .init(name: "shown_clashes", value: String(shown.clashes)),
            ]
        submit = question.submit
        hasForm = question.hasForm
        back = DeskAddress.session(slug: session.slug).path
    }
}

/// The letters of one kind, with an example in each language.
struct LetterPileView: Sendable {
    let title: String
    let count: String
    let samples: [Sample]

    struct Sample: Sendable {
        let language: String
        let name: String
        let subject: String
        let isOpen: Bool
        let blocks: [Block]
    }

    struct Block: Sendable {
        var title = ""
        var heading = ""
        var text = ""
        var button = ""
        var code = ""
        var facts: [Fact] = []
        var items: [String] = []
        var isTitle = false
        var isHeading = false
        var isText = false
        var isButton = false
        var isCode = false
        var hasFacts = false
        var hasItems = false

        struct Fact: Sendable {
            let label: String
            let text: String
        }
    }

    init(_ pile: LetterPile, _ language: Language) throws {
        title = DeskPhrases(language, in: .gmt).title(pile)
        count = language.number(pile.count - pile.unreachable)
        let own = pile.samples.contains { $0.language == language }
        samples = try pile.samples.enumerated().map { index, sample in
            let letter = try LetterPreview(sample.news, language: sample.language)
            return Sample(
                language: sample.language.rawValue, name: DeskPhrases(language, in: .gmt).pile(sample),
                subject: letter.subject, isOpen: own ? sample.language == language : index == 0,
                blocks: letter.blocks.map(Self.block))
        }
    }

    private static func block(_ block: LetterBlock) -> Block {
        switch block {
        case .title(let text): Block(title: text, isTitle: true)
        case .heading(let text): Block(heading: text, isHeading: true)
        case .paragraph(let text), .closing(let text): Block(text: text, isText: true)
        case .prose(let lines): Block(text: lines.joined().map(\.text).joined(separator: " "), isText: true)
        case .facts(let facts):
            Block(facts: facts.map { .init(label: $0.label, text: $0.text) }, hasFacts: true)
        case .list(let items): Block(items: items, hasItems: true)
        case .action(let link): Block(button: link.label, isButton: true)
        case .links(let links): Block(items: links.map(\.label), hasItems: true)
        case .code(_, let name): Block(code: name, isCode: true)
        }
    }
}
