internal import Foundation
internal import Presentation
internal import Registration

/// The fields of a session's form, in the order in which they are filled in.
struct SessionFields: Sendable {
    let form: SessionForm
    let choices: SessionChoices
    var problems: DeskProblems?
    /// What another organiser saved, and where this form says otherwise.
    var saved: SessionForm?
    var disputed: Set<SessionField> = []
    let isNew: Bool
    let language: Language

    func groups() -> [DeskFieldGroup] {
        let texts = Texts.all.desk
        let slug = isNew ? [line(.slug, 120, isRequired: false)] : []
        return [
            DeskFieldGroup(
                title: texts.textsGroup[language],
                fields: [
                    line(.titleFrench, SessionWishes.titleLimit), line(.titleEnglish, SessionWishes.titleLimit),
                    field(.summaryFrench, .lines(maximum: SessionWishes.summaryLimit)),
                    field(.summaryEnglish, .lines(maximum: SessionWishes.summaryLimit)),
                ] + slug),
            DeskFieldGroup(
                title: texts.kindGroup[language],
                fields: [
                    choice(.format, Format.allCases.map { ($0.rawValue, $0.name[language]) }),
                    choice(.theme, Theme.allCases.map { ($0.rawValue, $0.name[language]) }),
                    choice(.host, choices.hosts.map { (String($0.id), $0.host.name) }),
                    choice(.language, Language.allCases.map { ($0.rawValue, $0.spokenName[language]) }),
                    field(.signLanguage, .tick), line(.audience, SessionWishes.audienceLimit, isRequired: false),
                ]),
            DeskFieldGroup(
                title: texts.whenGroup[language],
                fields: [time(.startsAt), time(.endsAt), field(.room, .choice, choices: rooms)]),
            DeskFieldGroup(
                title: texts.placesGroup[language],
                fields: [
                    line(.capacity, 6, type: "text"), field(.waitingList, .tick),
                    time(.signUpsOpenAt, isRequired: false), time(.signUpsCloseAt, isRequired: false),
                ]),
        ]
    }

    private typealias Options = [(value: String, label: String)]

    private var rooms: [(group: String?, options: Options)] {
        [(nil, nothing(.room))]
            + choices.venues.map { venue in
                (venue.venue.name, venue.rooms.map { (String($0.id), Self.name(of: $0)) })
            }
    }

    private static func name(of room: DeskRoom) -> String { "\(room.name) (\(room.capacity))" }

    private func line(
        _ field: SessionField, _ maximum: Int, type: String = "text", isRequired: Bool = true
    ) -> DeskField {
        self.field(field, .line(type: type, maximum: maximum), isRequired: isRequired)
    }

    private func time(_ field: SessionField, isRequired: Bool = true) -> DeskField {
        line(field, 30, type: "datetime-local", isRequired: isRequired)
    }

    private func choice(_ field: SessionField, _ options: Options) -> DeskField {
        self.field(field, .choice, choices: [(nil, nothing(field) + options)])
    }

    private func nothing(_ field: SessionField) -> Options {
        form[field].isEmpty ? [("", Texts.all.desk.nothingChosen[language])] : []
    }

    private func field(
        _ field: SessionField, _ kind: DeskField.Kind, isRequired: Bool = true,
        choices: [(group: String?, options: Options)] = []
    ) -> DeskField {
        DeskField(
            field.rawValue, kind, value: form[field], problem: problems?[field.rawValue], isRequired: isRequired,
            choices: choices,
            theirs: disputed.contains(field) ? saved.map { shown(field, of: $0) } : nil, language: language)
    }

    /// What a field of a form says, as people read it.
    func shown(_ field: SessionField, of form: SessionForm) -> String {
        let text = form[field]
        if text.isEmpty {
            return [.signLanguage, .waitingList].contains(field)
                ? Texts.all.desk.no[language] : ImportEffectPhrases(language, in: choices.timeZone).value(nil, of: "")
        }
        switch field {
        case .signLanguage, .waitingList: return Texts.all.desk.yes[language]
        case .format: return Format(rawValue: text)?.name[language] ?? text
        case .theme: return Theme(rawValue: text)?.name[language] ?? text
        case .language: return Language(rawValue: text)?.spokenName[language] ?? text
        case .host: return choices.host(text)?.host.name ?? text
        case .room: return choices.room(text).map { "\($0.venue.venue.name), \(Self.name(of: $0.room))" } ?? text
        case .startsAt, .endsAt, .signUpsOpenAt, .signUpsCloseAt:
            guard let moment = try? LocalTime.parse(text, in: choices.timeZone) else { return text }
            return DeskPhrases(language, in: choices.timeZone).moment(moment)
        default: return text
        }
    }
}

/// A session's page at the desk: its form, what is known of it, and what else can be done.
struct DeskSessionView: Sendable {
    let title: String
    let notice: NoticeView?
    let done: DoneView?
    let status: String
    let isGood: Bool
    let isBad: Bool
    let isNew: Bool
    let facts: String
    let tally: String
    let action: String
    let version: Int
    let slug: String
    let groups: [DeskFieldGroup]
    let steps: [GateView.Link]
    let hasSteps: Bool
    let back: String
    let submit: String

    /// - Parameters:
    ///   - session: `nil` for a new one.
    ///   - version: that the form was filled in from; `nil`: as it is now.
    ///   - done: What has just been done, and whether it can be undone.
    init(
        _ session: DeskSession?, fields: SessionFields, version: Int? = nil, notice: NoticeView? = nil, done: DoneView?,
        now: Date
    ) {
        let (texts, language) = (Texts.all.desk, fields.language)
        let phrases = DeskPhrases(language, in: fields.choices.timeZone)
        title = session?.facts.title.typeset[language] ?? texts.newSession[language]
        self.notice = notice
        self.done = done
        status = session?.status.name[language] ?? ""
        isGood = session?.status == .published
        isBad = session?.status == .cancelled
        isNew = session == nil
        facts = session.map { "\(phrases.when($0.facts)) · \($0.venueName), \($0.facts.room)" } ?? ""
        tally = session.map { phrases.tally($0.tally) } ?? ""
        action = (session.map { DeskAddress.session(slug: $0.slug) } ?? .newSession).path
        self.version = version ?? session?.version ?? 0
        slug = session?.slug ?? ""
        groups = fields.groups()
        steps = session.map { Self.people($0, language) + Self.steps($0, language, now: now) } ?? []
        hasSteps = session != nil
        back = DeskAddress.sessions(SessionQuery()).path
        submit = (session == nil ? texts.create : texts.preview)[language]
    }

    /// Who is signed up, and who waits.
    private static func people(_ session: DeskSession, _ language: Language) -> [GateView.Link] {
        let texts = Texts.all.sessionPeople
        return [
            GateView.Link(path: PeopleAddress.session(session.slug).path, label: texts.title[language]),
            GateView.Link(path: PeopleAddress.waitingList(session.slug).path, label: texts.waitingTitle[language]),
        ]
    }

    private static func steps(_ session: DeskSession, _ language: Language, now: Date) -> [GateView.Link] {
        let texts = Texts.all.desk
        func step(_ step: SessionStep, _ label: Localized) -> GateView.Link {
            GateView.Link(path: DeskAddress.step(slug: session.slug, step).path, label: label[language])
        }
        var links: [GateView.Link] = []
        switch session.status {
        case .draft: links = [step(.publish, texts.publish), step(.cancel, texts.cancel)]
        case .published:
            links = [
                GateView.Link(
                    path: PageAddress.session(slug: session.slug).path(language), label: texts.seePublic[language]),
                step(.withdraw, texts.withdraw), step(.cancel, texts.cancel),
            ]
        case .cancelled: links = [step(.restore, texts.restore)]
        }
        if session.facts.endsAt <= now { links.removeAll { $0.path.hasSuffix("/cancel") } }
        let notice = DeskAddress.notice(about: "session:\(session.slug)").path
        return links + [GateView.Link(path: notice, label: texts.notices[language])]
    }
}
