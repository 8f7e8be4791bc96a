internal import Presentation
internal import Registration

/// A letter as HTML for any mail reader: no tables, no pictures but the ticket's code, and no colours of its own, so that dark
/// readers stay dark.
struct LetterHTML {
    let letter: WrittenLetter
    /// Without, it takes on the looks of the page that shows it.
    var isStyled = true
    /// Of its title.
    var headingLevel = 1

    /// What stands between a page's own head and foot.
    var body: String { letter.blocks.map(html).joined(separator: "\n") }

    func text() -> String {
        let language = letter.language.rawValue
        let subject = Self.escaped(letter.subject)
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(subject)</title>
            </head>
            <body style="margin: 0; padding: 24px; font: 17px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif">
            <div lang="\(language)" style="max-width: 36em; margin: 0 auto">
            <p style="margin: 0 0 24px; font-weight: bold">\(Self.escaped(Texts.all.site.dayName[letter.language]))</p>
            \(body)
            </div>
            </body>
            </html>

            """
    }

    private func html(_ block: LetterBlock) -> String {
        switch block {
        case .title(let text):
            return heading(headingLevel, "margin: 24px 0 12px; font-size: 26px; line-height: 1.25", text)
        case .heading(let text):
            return heading(headingLevel + 1, "margin: 28px 0 8px; font-size: 20px; line-height: 1.3", text)
        case .paragraph(let text): return "<p\(style("margin: 12px 0"))>\(Self.escaped(text))</p>"
        case .prose(let lines):
            return "<p\(style("margin: 12px 0"))>" + lines.map(prose).joined(separator: "<br>") + "</p>"
        case .facts(let facts):
            return facts.map { fact in
                let (label, text) = (Self.escaped(fact.label), Self.escaped(fact.text))
                return "<p\(style("margin: 8px 0"))><strong>\(label)</strong><br>\(text)</p>"
            }.joined(separator: "\n")
        case .list(let items):
            return "<ul\(style("margin: 12px 0; padding-left: 24px"))>"
                + items.map { "<li\(style("margin: 6px 0"))>\(Self.escaped($0))</li>" }.joined() + "</ul>"
        case .action(let link):
            let button = style(
                "display: inline-block; padding: 12px 20px; border: 2px solid; border-radius: 8px; color: inherit; "
                    + "font-weight: bold; text-decoration: none")
            return "<p\(style("margin: 20px 0"))>\(anchor(link, button))</p>"
        case .links(let links):
            return links.map { "<p\(style("margin: 8px 0"))>\(anchor($0))</p>" }.joined(separator: "\n")
        case .code(let picture, let name):
            return """
                <p\(style("margin: 20px 0"))><img src="cid:\(Self.escaped(MIMEPart.contentID(picture)))" width="222" \
                height="222" alt="\(Self.escaped(name))"\(style("display: block; background: #fff"))></p>
                """
        }
    }

    private func style(_ css: String) -> String { isStyled ? " style=\"\(css)\"" : "" }

    private func heading(_ level: Int, _ css: String, _ text: String) -> String {
        "<h\(level)\(style(css))>\(Self.escaped(text))</h\(level)>"
    }

    private func anchor(_ link: LetterLink, _ style: String = "") -> String {
        "<a href=\"\(Self.escaped(link.address))\"\(style)>\(Self.escaped(link.label))</a>"
    }

    private func prose(_ line: [FilledMessage.Span]) -> String {
        line.map { span in
            switch span {
            case .text(let text): Self.escaped(text)
            case .link(let address): anchor(LetterLink(label: address, address: address))
            }
        }.joined()
    }

    /// By scalar, since a quote with a combining mark is still a quote to a browser.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\0": break
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
