internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The page of exports: the form, and what was exported.
struct ExportsView: Sendable {
    struct Option: Sendable {
        let id: String
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct Choice: Sendable {
        let name: String
        let path: String
        let forget: String
        let forgetLabel: String
    }

    struct Run: Sendable {
        let when: String
        let what: String
        let state: String
        let tone: String
        let detail: String?
        let rows: String
        let size: String
    }

    let notice: NoticeView?
    let action: String
    let formToken: String
    let venues: [Option]
    let sessions: [Option]
    let kinds: [Option]
    let columns: [Option]
    let choices: [Choice]
    let exports: String
    let saveAs: String
    let runs: [Run]
    let hasRuns: Bool

    init(
        _ form: ExportForm, _ programme: Programme, choices: [ExportChoice], runs: [ExportRun], notice: NoticeView?,
        _ visit: StaffVisit
    ) {
        let language = visit.language
        let texts = Texts.all.exports
        let zone = programme.edition?.timeZone ?? .gmt
        let moments = Moments(language, in: zone)
        self.notice = notice
        action = StaffAddress.exports.path
        exports = StaffAddress.exports.path
        formToken = visit.formToken
        saveAs = form.saveAs
        let used = Set(programme.sessions.map(\.venue.slug))
        venues = programme.venues.filter { used.contains($0.slug) }.sorted { $0.stands(before: $1) }.map { venue in
            Option(
                id: venue.slug, value: venue.slug, label: venue.nameAndDistrict(in: language),
                isChosen: form.venue == venue.slug)
        }
        sessions = programme.sessions.map { session in
            Option(
                id: session.slug, value: session.slug,
                label: "\(moments.time(session.startsAt)), \(session.title[language]) – \(session.venue.name)",
                isChosen: form.sessions.contains(session.slug))
        }
        kinds = ExportKind.allCases.map { kind in
            Option(
                id: "kind-\(kind)", value: kind.rawValue, label: kind.name[language], isChosen: form.kind == kind)
        }
        columns = ExportColumn.allCases.map { column in
            Option(
                id: "column-\(column.rawValue)", value: column.rawValue, label: column.heading[language],
                isChosen: form.columns.contains(column))
        }
        self.choices = choices.map { choice in
            Choice(
                name: choice.name, path: "\(StaffAddress.exports.path)?choice=\(choice.id)",
                forget: StaffAddress.exportChoice(choice.id).path,
                forgetLabel: Typography.set(
                    language == .french
                        ? "\(texts.forget[language]) : \(choice.name)" : "\(texts.forget[language]): \(choice.name)",
                    in: language))
        }
        self.runs = runs.map { Run($0, moments) }
        hasRuns = !runs.isEmpty
    }
}

extension ExportsView.Run {
    fileprivate init(_ run: ExportRun, _ moments: Moments) {
        let texts = Texts.all.exports
        let language = moments.language
        let phrases = ExportPhrases(language)
        when = moments.moment(run.startedAt)
        rows = language.number(run.rows)
        size = run.bytes > 0 ? phrases.size(run.bytes) : ""
        let night = run.night.map { " \($0)" } ?? ""
        what =
            run.kind == .nightly ? texts.night[language] + night : Self.what(run.scope, language) + ", " + run.formats
        switch run.state {
        case .underWay: (state, tone, detail) = (texts.stateUnderWay[language], "", nil)
        case .done:
            (state, tone) = (texts.stateDone[language], "good")
            detail = run.changes.map { phrases.changes($0).joined(separator: ", ") }
        case .failed(let reason): (state, tone, detail) = (texts.stateFailed[language], "bad", reason)
        }
    }

    private static func what(_ scope: String, _ language: Language) -> String {
        let texts = Texts.all.exports
        let parts = scope.split(separator: ":", maxSplits: 1)
        if parts.count == 2 { return String(parts[1]) }
        return scope == "edition" ? texts.wholeDay[language] : texts.someSessions[language]
    }
}
