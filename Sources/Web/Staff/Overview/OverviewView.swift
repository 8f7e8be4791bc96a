import Foundation
import Presentation
import Registration
import RegistrationStore

/// The staff's first page.
struct OverviewView: Sendable {
    let hasSessions: Bool
    /// The way on where there is nothing yet.
    let importFile: String?
    let facts: [Fact]
    let growth: Chart?
    let days: Chart?
    let themes: Chart?
    let nearlyFull: SessionTable
    let nearlyEmpty: SessionTable
    let waiting: SessionTable
    let mail: MailView?

    struct Fact: Sendable {
        let label: String
        let value: String
        let detail: String?
        /// Where there is more about it; `nil` where the visitor may not go there.
        var path: String?
    }

    /// A chart and the same as a table.
    struct Chart: Sendable {
        let id: String
        let title: String
        let svg: String
        let columns: [String]
        let rows: [Row]
    }

    struct Row: Sendable {
        let name: String
        let cells: [String]
    }

    struct SessionTable: Sendable {
        let id: String
        let title: String
        let column: String
        let hasRows: Bool
        let rows: [SessionRow]
    }

    struct SessionRow: Sendable {
        let title: String
        let path: String?
        let when: String
        let place: String
        let count: String
    }

    struct MailView: Sendable {
        let isFine: Bool
        let rows: [Row]
    }

    init(_ overview: Overview, _ visit: StaffVisit) {
        let language = visit.language
        let texts = Texts.all.overview
        let phrases = PeoplePhrases(language)
        let (taken, capacity) = (Overview.taken(overview.on), Overview.capacity(overview.on))
        hasSessions = !overview.on.isEmpty
        let mayChange = visit.may(.programmeChange)
        importFile = hasSessions || !mayChange ? nil : DeskAddress.importFile.path
        var (published, byWaiting) = (SessionQuery(), SessionQuery())
        published.status = .published
        (byWaiting.sort, byWaiting.isDescending) = (.waiting, true)
        let inside = overview.inside.map {
            Fact(label: texts.inside[language], value: language.number($0), detail: nil)
        }
        let export = overview.export.map { status in
            var fact = Self.export(status, language)
            fact.path = visit.may(.peopleExport) ? StaffAddress.exports.path : nil
            return fact
        }
        facts =
            [
                Fact(
                    label: texts.taken[language], value: language.number(taken),
                    detail: "\(phrases.percent(taken, of: capacity)) · \(phrases.share(taken, of: capacity))"),
                Fact(
                    label: texts.sessions[language], value: language.number(overview.on.count), detail: nil,
                    path: mayChange ? DeskAddress.sessions(published).path : nil),
                Fact(
                    label: texts.waiting[language],
                    value: language.number(overview.on.reduce(0) { $0 + $1.tally.waiting }), detail: nil,
                    path: mayChange ? DeskAddress.sessions(byWaiting).path : nil),
            ] + [inside, export].compactMap(\.self)
        growth = Self.growth(overview, language)
        days =
            overview.byDay.count > 1
            ? Self.chart(
                "days", texts.dayTitle, texts.day,
                overview.byDay.map { (Moments(language, in: .gmt).day($0.day), $0.taken, $0.capacity) }, language)
            : nil
        themes =
            hasSessions
            ? Self.chart(
                "themes", texts.themeTitle, texts.theme,
                overview.byTheme.map { ($0.theme.name.typeset[language], $0.taken, $0.capacity) }, language)
            : nil
        func table(
            _ id: String, _ title: Localized, _ column: Localized, _ sessions: [SessionCount],
            leadsTo address: (String) -> PeopleAddress, _ count: (Tally) -> Int
        ) -> SessionTable {
            let moments = Moments(language, in: overview.edition?.timeZone ?? .gmt)
            let isOneDay = overview.byDay.count == 1
            let rows = sessions.prefix(Overview.listLength).map { session in
                let times = moments.times(session.startsAt, session.endsAt)
                return SessionRow(
                    title: session.title.typeset[language],
                    path: visit.may(.peopleRead) ? address(session.slug).path : nil,
                    when: isOneDay ? times : moments.dayAndMonth(session.startsAt) + ", " + times,
                    place: session.venue,
                    count: "\(language.number(count(session.tally)))")
            }
            return SessionTable(
                id: id, title: title[language], column: column[language], hasRows: !rows.isEmpty, rows: rows)
        }
        nearlyFull = table(
            "full", texts.fullTitle, Localized(french: "Libres", english: "Left"), overview.nearlyFull,
            leadsTo: PeopleAddress.session, \.placesLeft)
        nearlyEmpty = table(
            "empty", texts.emptyTitle, texts.takenShort, overview.nearlyEmpty, leadsTo: PeopleAddress.session,
            \.confirmed)
        waiting = table(
            "waiting", texts.waitingTitle, texts.waitingCount, overview.withWaitingList,
            leadsTo: PeopleAddress.waitingList, \.waiting)
        mail = overview.outbox.map { Self.mail($0, language) }
    }

    private static func export(_ status: ExportStatus, _ language: Language) -> Fact {
        let texts = Texts.all.overview
        let moments = Moments(language, in: status.timeZone)
        let trouble = status.failedAt != nil ? texts.exportFailed : status.isLate ? texts.exportLate : nil
        guard let at = status.lastGoodAt else {
            return Fact(label: texts.export[language], value: texts.exportNever[language], detail: trouble?[language])
        }
        return Fact(
            label: texts.export[language], value: moments.time(at),
            detail: trouble?[language] ?? moments.day(at))
    }

    private static func growth(_ overview: Overview, _ language: Language) -> Chart? {
        let days = overview.growthWithoutGaps
        guard let first = days.first, let last = days.last else { return nil }
        let texts = Texts.all.overview
        let moments = Moments(language, in: .gmt)
        let all = overview.growth.reduce(0) { $0 + $1.places }
        let chart = ColumnChart(
            title: texts.growthTitle[language], values: days.map(\.places), first: moments.dayAndMonth(first.day),
            last: moments.dayAndMonth(last.day), peak: SignUpPhrases(language).places(days.map(\.places).max() ?? 0))
        var sum = all
        var rows: [Row] = []
        for day in days.reversed() {
            rows.append(
                Row(name: moments.dayAndMonth(day.day), cells: [language.number(day.places), language.number(sum)]))
            sum -= day.places
        }
        return Chart(
            id: "growth", title: texts.growthTitle[language], svg: chart.svg,
            columns: [texts.day, texts.takenShort, texts.total].map { $0[language] }, rows: rows)
    }

    private static func chart(
        _ id: String, _ title: Localized, _ first: Localized, _ parts: [(name: String, taken: Int, capacity: Int)],
        _ language: Language
    ) -> Chart {
        let (texts, phrases) = (Texts.all.overview, PeoplePhrases(language))
        let largest = max(1, parts.map(\.capacity).max() ?? 1)
        let bars = parts.map { part in
            BarChart.Bar(
                name: part.name, value: phrases.share(part.taken, of: part.capacity),
                length: Double(part.capacity) / Double(largest),
                filled: Double(part.taken) / Double(max(1, part.capacity)))
        }
        return Chart(
            id: id, title: title[language], svg: BarChart(title: title[language], bars: bars).svg,
            columns: [first, texts.takenShort, texts.capacity, texts.share].map { $0[language] },
            rows: parts.map { part in
                Row(
                    name: part.name,
                    cells: [
                        language.number(part.taken), language.number(part.capacity),
                        phrases.percent(part.taken, of: part.capacity),
                    ])
            })
    }

    private static func mail(_ outbox: OutboxSummary, _ language: Language) -> MailView {
        let texts = Texts.all.overview
        let rows = [
            (texts.mailWaiting, outbox.waiting), (texts.mailFailing, outbox.failing),
            (texts.mailRefused, outbox.refused), (texts.mailGivenUp, outbox.givenUp),
        ]
        return MailView(
            isFine: outbox.failing + outbox.refused + outbox.givenUp == 0,
            rows: rows.map { Row(name: $0.0[language], cells: [language.number($0.1)]) })
    }
}
