internal import Presentation
internal import Registration

/// A letter as HTML for any mail reader: no tables, no pictures but the ticket's code, and no colours of its own, so that dark
/// readers stay dark.
struct LetterHTML {
    let letter: WrittenLetter

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
            \(letter.blocks.map(html).joined(separator: "\n"))
            </div>
            </body>
            </html>

            """
    }

    private func html(_ block: LetterBlock) -> String {
        switch block {
        case .title(let text):
            "<h1 style=\"margin: 24px 0 12px; font-size: 26px; line-height: 1.25\">\(Self.escaped(text))</h1>"
        case .heading(let text):
            "<h2 style=\"margin: 28px 0 8px; font-size: 20px; line-height: 1.3\">\(Self.escaped(text))</h2>"
        case .paragraph(let text): "<p style=\"margin: 12px 0\">\(Self.escaped(text))</p>"
        case .facts(let facts):
            facts.map { fact in
                "<p style=\"margin: 8px 0\"><strong>\(Self.escaped(fact.label))</strong><br>\(Self.escaped(fact.text))</p>"
            }.joined(separator: "\n")
        case .list(let items):
            "<ul style=\"margin: 12px 0; padding-left: 24px\">"
                + items.map { "<li style=\"margin: 6px 0\">\(Self.escaped($0))</li>" }.joined() + "</ul>"
        case .action(let link):
            """
            <p style="margin: 20px 0"><a href="\(Self.escaped(link.address))" style="display: inline-block; \
            padding: 12px 20px; border: 2px solid; border-radius: 8px; color: inherit; font-weight: bold; \
            text-decoration: none">\(Self.escaped(link.label))</a></p>
            """
        case .links(let links):
            links.map { link in
                "<p style=\"margin: 8px 0\"><a href=\"\(Self.escaped(link.address))\">\(Self.escaped(link.label))</a></p>"
            }.joined(separator: "\n")
        case .code(let picture, let name):
            """
            <p style="margin: 20px 0"><img src="cid:\(Self.escaped(MIMEPart.contentID(picture)))" width="222" height="222" \
            alt="\(Self.escaped(name))" style="display: block; background: #fff"></p>
            """
        }
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
