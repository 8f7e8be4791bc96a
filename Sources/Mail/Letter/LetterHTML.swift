internal import Presentation
internal import Registration

/// A letter as HTML for any mail reader: simple blocks, a table only around what is to be pressed (Outlook gives nothing else an
/// inside), no pictures but the ticket's code, and no colours of its own for text, so that dark readers stay dark.
struct LetterHTML {
    let letter: WrittenLetter

    private static let accent = "#b3390f"
    private static let sans = "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif"
    private static let serif = "font-family: 'Palatino Linotype', Palatino, Georgia, serif"

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
            <body style="margin: 0; padding: 24px; font-size: 17px; line-height: 1.5; \(Self.sans)">
            <div role="main" lang="\(language)" style="max-width: 612px; margin: 0 auto">
            <p style="margin: 0 0 28px; padding: 0 0 10px; border-bottom: 3px solid \(Self.accent); font-weight: bold">\
            \(Self.escaped(Texts.all.site.dayName[letter.language]))</p>
            \(letter.blocks.map(html).joined(separator: "\n"))
            </div>
            </body>
            </html>

            """
    }

    private func html(_ block: LetterBlock) -> String {
        switch block {
        case .title(let text):
            "<h1 style=\"margin: 24px 0 16px; font-size: 29px; line-height: 1.2; \(Self.serif)\">\(Self.escaped(text))</h1>"
        case .heading(let text):
            "<h2 style=\"margin: 36px 0 10px; font-size: 21px; line-height: 1.3; \(Self.serif)\">\(Self.escaped(text))</h2>"
        case .paragraph(let text): "<p style=\"margin: 12px 0\">\(Self.escaped(text))</p>"
        case .prose(let lines):
            "<p style=\"margin: 12px 0\">" + lines.map(Self.prose).joined(separator: "<br>") + "</p>"
        case .facts(let facts):
            "<div style=\"margin: 18px 0; padding: 0 0 0 16px; border-left: 3px solid \(Self.accent)\">\n"
                + facts.map { fact in
                    "<p style=\"margin: 0 0 8px\"><strong>\(Self.escaped(fact.label))</strong><br>"
                        + "\(Self.escaped(fact.text))</p>"
                }.joined(separator: "\n") + "\n</div>"
        case .list(let items):
            "<ul style=\"margin: 12px 0; padding-left: 24px\">"
                + items.map { "<li style=\"margin: 6px 0\">\(Self.escaped($0))</li>" }.joined() + "</ul>"
        case .action(let link):
            """
            <table role="presentation" border="0" cellpadding="0" cellspacing="0" style="margin: 20px 0"><tr>\
            <td bgcolor="\(Self.accent)" style="border-radius: 8px; background: \(Self.accent); mso-padding-alt: 12px 22px; \
            font-size: 17px; line-height: 1.5; \(Self.sans)"><a href="\(Self.escaped(link.address))" style="\
            display: inline-block; padding: 12px 22px; border-radius: 8px; color: #ffffff; font-weight: bold; \
            text-decoration: none">\(Self.escaped(link.label))</a></td></tr></table>
            """
        case .links(let links):
            links.map { link in
                "<p style=\"margin: 8px 0\"><a href=\"\(Self.escaped(link.address))\">\(Self.escaped(link.label))</a></p>"
            }.joined(separator: "\n")
        case .closing(let text):
            """
            <p style="margin: 32px 0 0; padding: 16px 0 0; border-top: 1px solid #8a8490; font-size: 15px">\
            \(Self.escaped(text))</p>
            """
        case .code(let picture, let name):
            """
            <p style="margin: 20px 0"><img src="cid:\(Self.escaped(MIMEPart.contentID(picture)))" width="222" height="222" \
            alt="\(Self.escaped(name))" style="display: block; background: #fff"></p>
            """
        }
    }

    /// A line that somebody wrote.
    static func prose(_ line: [FilledMessage.Span]) -> String {
        line.map { span in
            switch span {
            case .text(let text): escaped(text)
            case .link(let address): "<a href=\"\(escaped(address))\">\(escaped(address))</a>"
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
