internal import Foundation
internal import Mail
internal import Presentation
internal import Registration

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
        count = language.number(pile.mails)
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
