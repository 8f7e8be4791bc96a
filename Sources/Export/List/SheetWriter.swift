internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Sign-in sheets to print on A4, one session on a page or more: a box to tick for each place, names, codes, who waits, and
/// lines for those who come without a sign-up. One HTML file that needs nothing else.
final class SheetWriter: ListWriter {
    private let layout: ListLayout
    private let columns: ListColumns
    private let moments: Moments
    private let showsNeeds: Bool
    private var bytes: [UInt8] = []
    private var table = Table.none
    private var isInSession = false

    /// What the page is at.
    private enum Table { case none, confirmed, waiting }

    private static let linesForOthers = 5

    /// They can't be chosen, as those of other lists can; but where needs are among the chosen ones, what there is to do is
    /// there.
    static func columns(_ layout: ListLayout) -> [ExportColumn] {
        [.status, .places, .name, .reference] + (layout.columns.contains(.needs) ? [.needs] : [])
    }

    init(_ layout: ListLayout, _ fields: [ExportField], title: String) {
        self.layout = layout
        columns = ListColumns(Self.columns(layout), in: fields)
        moments = Moments(layout.language, in: layout.timeZone)
        showsNeeds = layout.columns.contains(.needs)
        write(
            """
            <!doctype html>
            <html lang="\(layout.language.rawValue)">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(texts.sheetTitle[layout.language])) – \(Self.escaped(title))</title>
            <style>\(Self.style)</style>

            """)
    }

    private var texts: BoardTexts { Texts.all.board }

    // MARK: A session

    func turn(to session: ExportedSession) {
        endSession()
        isInSession = true
        let language = layout.language
        let day = moments.day(session.startsAt)
        let times = moments.times(session.startsAt, session.endsAt)
        let place = "\(session.room) – \(session.venue)"
        write(
            """
            <section>
            <h1>\(Self.escaped(texts.sheetTitle[language]))</h1>
            <p class="title">\(Self.escaped(session.title.typeset[language]))</p>
            <p><span class="day">\(day)</span>, \(times)<br>\(Self.escaped(place))<br>\(Self.escaped(session.host))</p>
            <p class="secret">\(Self.escaped(texts.sheetSecret[language]))</p>

            """)
        if session.signUps == 0 { write("<p>\(Self.escaped(texts.sheetEmpty[language]))</p>\n") }
    }

    private func endSession() {
        guard isInSession else { return }
        endTable()
        let line = "<tr><td class=\"boxes\">☐</td><td></td></tr>\n"
        write(
            """
            <h2>\(Self.escaped(texts.sheetExtra[layout.language]))</h2>
            <table class="others"><thead><tr>\(heading(texts.sheetHere))\(heading(texts.sheetName))</tr></thead><tbody>
            \(String(repeating: line, count: Self.linesForOthers))</tbody></table>
            </section>

            """)
    }

    private func beginTable(_ next: Table) {
        endTable()
        table = next
        if next == .waiting { write("<h2>\(Self.escaped(texts.sheetWaiting[layout.language]))</h2>\n") }
        let needs = showsNeeds ? heading(texts.sheetToDo) : ""
        write(
            """
            <table><thead><tr>\(heading(texts.sheetHere))\(heading(texts.sheetName))\(heading(Texts.all.session.places))\
            \(needs)\(heading(texts.sheetCode))</tr></thead><tbody>

            """)
    }

    private func endTable() {
        if table != .none { write("</tbody></table>\n") }
        table = .none
    }

    private func heading(_ text: Localized) -> String { "<th>\(Self.escaped(text[layout.language]))</th>" }

    // MARK: A person

    /// Who has places comes first, then who waits.
    func add(_ row: BinaryRows) {
        var (status, name, code, needs) = ("", "", "", "")
        var places = 0
        for (column, source) in zip(columns.columns, columns.sources) {
            switch (column, source) {
            case (.status, .status(let field)): row.withText(field) { status = String(decoding: $0, as: UTF8.self) }
            case (.name, .text(let field)): row.withText(field) { name = String(decoding: $0, as: UTF8.self) }
            case (.needs, .text(let field)): row.withText(field) { needs = String(decoding: $0, as: UTF8.self) }
            case (.places, .number(let field)): places = row.number(field) ?? 0
            case (.reference, .reference(let field)):
                code = row.number(field).map { Reference(signUp: Int64($0)).description } ?? ""
            default: break
            }
        }
        let wanted: Table = status == SignUp.Status.waiting.rawValue ? .waiting : .confirmed
        if table != wanted { beginTable(wanted) }
        let toDo = showsNeeds ? "<td>\(Self.escaped(self.toDo(needs)))</td>" : ""
        write(
            """
            <tr><td class="boxes">\(String(repeating: "☐ ", count: places))</td><td class="name">\(Self.escaped(name))</td>\
            <td>\(places)</td>\(toDo)<td class="code">\(code)</td></tr>

            """)
    }

    private func toDo(_ needs: String) -> String {
        let kinds = needs.split(separator: ",").compactMap { Needs.Kind(rawValue: String($0)) }
        return DoorPhrases(layout.language).toDo(for: kinds).joined(separator: " ; ")
    }

    func end() {
        endSession()
        write("</html>\n")
    }

    func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static let style = """
        @page { size: A4; margin: 14mm }
        body { margin: 1rem auto; max-width: 46rem; font: 11pt/1.4 system-ui, sans-serif; color: #000; background: #fff }
        section + section { break-before: page; margin-top: 3rem }
        h1 { margin: 0; font-size: 12pt; font-weight: 400 }
        .day { display: inline-block }
        .day::first-letter { text-transform: uppercase }
        .title { margin: 0; font-size: 17pt; font-weight: 600; line-height: 1.25 }
        h2 { margin: 1.5rem 0 .4rem; font-size: 12pt; break-after: avoid }
        .secret { font-size: 9pt }
        table { width: 100%; border-collapse: collapse }
        th, td { padding: .3rem .5rem; border-bottom: .5pt solid #777; text-align: left; vertical-align: top }
        th { font-size: 9pt; font-weight: 400 }
        tr { break-inside: avoid }
        td { overflow-wrap: anywhere }
        .boxes { width: 5rem; font-size: 14pt; line-height: 1.1 }
        .name { font-weight: 600 }
        .code { white-space: nowrap; font-family: ui-monospace, monospace }
        .others td { height: 1.6rem }
        """
}
