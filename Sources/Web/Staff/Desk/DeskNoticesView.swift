internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// What a notice can be about.
struct NoticeChoices: Sendable {
    let sessions: [DeskSession]
    let venues: [DeskVenue]
}

/// The notices that stand or are to come, and the form for one.
struct DeskNoticesView: Sendable {
    let notice: NoticeView?
    let done: DoneView?
    let action: String
    let formTitle: String
    let about: String
    let seenID: Int64
    let seenVersion: Int
    let fields: [DeskField]
    let rows: [Row]
    let hasRows: Bool
    let clear: String

    struct Row: Sendable {
        let about: String
        let key: String
        let id: Int64
        let version: Int
        let path: String
        let text: String
        let time: String
    }

    init(
        _ notices: [Notice], about: String, typed: NoticeForm?, seen: SeenNotice?, problems: DeskProblems?,
        theirs: [NoticeForm.Field: String], notice: NoticeView?, done: DoneView?, choices: NoticeChoices,
        in zone: TimeZone, _ language: Language, now: Date
    ) {
        let (texts, own) = (Texts.all.desk, Texts.all.deskNotice)
        let phrases = DeskPhrases(language, in: zone)
        self.notice = notice
        self.done = done
        self.about = about
        action = DeskAddress.notices.path
        let standing = notices.first { $0.subject.key == about }
        formTitle = (standing == nil ? own.new : own.changeTitle)[language]
        let form = typed ?? standing.map { NoticeForm($0, in: zone) } ?? NoticeForm()
        seenID = seen?.id ?? standing?.id ?? 0
        seenVersion = seen?.version ?? standing?.version ?? 0
        let titles = choices.sessions.map { ("session:\($0.slug)", $0.facts.title.typeset[language]) }
        let places = choices.venues.map { ("venue:\($0.venue.slug)", $0.venue.name) }
        let subject = DeskField(
            "about", .choice, value: about, problem: problems?["about"],
            choices: [
                (nil, [("edition", own.everything[language])]), (texts.sessions[language], titles),
                (texts.venues[language], places),
            ], label: own.about[language], language: language)
        fields = [subject] + Self.fields(form, problems, theirs, language)
        let names = Dictionary(titles + places, uniquingKeysWith: { first, _ in first })
        rows = notices.filter { $0.until.map { $0 > now } ?? true }.map { notice in
            let key = notice.subject.key
            let until = notice.until.map { " – \(phrases.moment($0))" } ?? ""
            return Row(
                about: names[key] ?? own.everything[language], key: key, id: notice.id, version: notice.version,
                path: DeskAddress.notice(about: key).path, text: notice.text.typeset[language],
                time: phrases.moment(notice.since) + until)
        }
        hasRows = !rows.isEmpty
        clear = DeskAddress.clearNotice.path
    }

    private static func fields(
        _ form: NoticeForm, _ problems: DeskProblems?, _ theirs: [NoticeForm.Field: String], _ language: Language
    ) -> [DeskField] {
        func field(
            _ field: NoticeForm.Field, _ kind: DeskField.Kind, isRequired: Bool = true, hint: Localized? = nil
        ) -> DeskField {
            DeskField(
                field.rawValue, kind, value: form[field], problem: problems?[field.rawValue], isRequired: isRequired,
                theirs: theirs[field], hint: hint?[language], language: language)
        }
        let (own, time) = (Texts.all.deskNotice, DeskField.Kind.line(type: "datetime-local", maximum: 30))
        return [
            field(.french, .lines(maximum: Notice.textLimit)), field(.english, .lines(maximum: Notice.textLimit)),
            field(.since, time, isRequired: false, hint: own.sinceHint),
            field(.until, time, isRequired: false, hint: own.untilHint),
        ]
    }
}
