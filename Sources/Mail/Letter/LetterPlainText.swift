internal import Presentation
internal import Registration

/// A letter as plain text, for readers of nothing else.
struct LetterPlainText {
    let letter: WrittenLetter

    func text() -> String {
        let parts = [Texts.all.site.dayName[letter.language]] + letter.blocks.compactMap(plain)
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func plain(_ block: LetterBlock) -> String? {
        let colon = letter.language == .french ? "\u{A0}:" : ":"
        switch block {
        case .title(let text): return "\(text)\n\(String(repeating: "=", count: min(text.count, 72)))"
        case .heading(let text): return "\(text)\n\(String(repeating: "-", count: min(text.count, 72)))"
        case .paragraph(let text), .closing(let text): return text
        case .prose(let lines):
            return lines.map { line in
                line.map { span in
                    switch span {
                    case .text(let text), .link(let text): text
                    }
                }.joined()
            }.joined(separator: "\n")
        case .facts(let facts): return facts.map { "\($0.label)\(colon) \($0.text)" }.joined(separator: "\n")
        case .list(let items): return items.map { "- \($0)" }.joined(separator: "\n")
        case .action(let link): return "\(link.label)\(colon)\n\(link.address)"
        case .links(let links): return links.map { "\($0.label)\(colon)\n\($0.address)" }.joined(separator: "\n")
        // The link above leads to the code.
        case .code: return nil
        }
    }
}
