public import Foundation

/// A session's form of which every field has been parsed; what remains to decide is the database's.
public struct SessionWishes: Hashable, Sendable {
    /// Only of a new session.
    public let slug: String
    public let title: Localized
    public let summary: Localized
    public let format: Format
    public let theme: Theme
    public let host: DeskHost.ID
    public let room: DeskRoom.ID
    public let startsAt: Date
    public let endsAt: Date
    public let capacity: Int
    public let language: Language
    public let hasSignLanguage: Bool
    public let hasWaitingList: Bool
    public let audience: String?
    public let signUpsOpenAt: Date?
    public let signUpsCloseAt: Date?

    public static let capacityAllowed = 1...100_000
    public static let (titleLimit, summaryLimit, audienceLimit) = (200, 2000, 300)

    /// - Throws: `DeskProblems` with the problem of each field that has one.
    public init(_ form: SessionForm, choices: SessionChoices) throws(DeskProblems) {
        let reader = SessionFormReader(form: form, choices: choices)
        let slug = reader.slug()
        let title = reader.texts(.titleFrench, .titleEnglish, limit: Self.titleLimit)
        let summary = reader.texts(.summaryFrench, .summaryEnglish, limit: Self.summaryLimit, isLong: true)
        let format = reader.code(.format, Format.self)
        let theme = reader.code(.theme, Theme.self)
        let host = reader.parse(.host) { () throws(DeskProblem) in
            guard let host = choices.host(form[.host]) else { throw .notChosen }
            return host.id
        }
        let room = reader.parse(.room) { () throws(DeskProblem) in
            guard let found = choices.room(form[.room]) else { throw .notChosen }
            return found.room.id
        }
        let startsAt = reader.time(.startsAt)
        let endsAt = reader.time(.endsAt)
        reader.demand(.endsAt, .endsBeforeStart, startsAt, before: endsAt)
        let capacity = reader.parse(.capacity) { () throws(DeskProblem) in
            try DeskText.number(form[.capacity], Self.capacityAllowed)
        }
        let language = reader.code(.language, Language.self)
        let audience = reader.parse(.audience) { () throws(DeskProblem) in
            try DeskText.optionalLine(form[.audience], limit: Self.audienceLimit)
        }
        let opensAt = reader.optionalTime(.signUpsOpenAt)
        let closesAt = reader.optionalTime(.signUpsCloseAt)
        reader.demand(.signUpsCloseAt, .closesBeforeOpening, opensAt, before: closesAt)
        guard reader.problems.isEmpty, let slug, let title, let summary, let format, let theme, let host, let room,
            let startsAt, let endsAt, let capacity, let language, let audience
        else { throw DeskProblems(reader.problems) }
        (self.slug, self.title, self.summary, self.format, self.theme) = (slug, title, summary, format, theme)
        (self.host, self.room, self.startsAt, self.endsAt) = (host, room, startsAt, endsAt)
        (self.capacity, self.language, self.audience) = (capacity, language, audience)
        hasSignLanguage = form[.signLanguage] == "yes"
        hasWaitingList = form[.waitingList] == "yes"
        (signUpsOpenAt, signUpsCloseAt) = (opensAt, closesAt)
    }
}

/// Takes a form's values and gathers what is wrong with each.
private final class SessionFormReader {
    let form: SessionForm
    let choices: SessionChoices
    private(set) var problems: [DeskProblems.Entry] = []

    init(form: SessionForm, choices: SessionChoices) {
        self.form = form
        self.choices = choices
    }

    func parse<Value>(_ field: SessionField, _ parser: () throws(DeskProblem) -> Value) -> Value? {
        do { return try parser() } catch {
            problems.append(DeskProblems.Entry(field.rawValue, error))
            return nil
        }
    }

    /// Left empty, it is made from the French title.
    func slug() -> String? {
        parse(.slug) { () throws(DeskProblem) in
            let typed = form[.slug].trimmingWhitespace()
            return try DeskText.slug(typed.isEmpty ? DeskText.slug(from: form[.titleFrench]) : typed)
        }
    }

    func texts(
        _ french: SessionField, _ english: SessionField, limit: Int, isLong: Bool = false
    ) -> Localized? {
        let own = parse(french) { () throws(DeskProblem) in
            try DeskText.line(form[french], limit: limit, isLong: isLong)
        }
        let other = parse(english) { () throws(DeskProblem) in
            try DeskText.line(form[english], limit: limit, isLong: isLong)
        }
        guard let own, let other else { return nil }
        return Localized(french: own, english: other)
    }

    func code<Code: RawRepresentable<String>>(_ field: SessionField, _ type: Code.Type) -> Code? {
        parse(field) { () throws(DeskProblem) in
            guard let code = Code(rawValue: form[field]) else { throw .notChosen }
            return code
        }
    }

    func time(_ field: SessionField) -> Date? {
        if form[field].trimmingWhitespace().isEmpty {
            problems.append(DeskProblems.Entry(field.rawValue, .missing))
            return nil
        }
        return optionalTime(field)
    }

    func optionalTime(_ field: SessionField) -> Date? {
        let text = form[field].trimmingWhitespace()
        if text.isEmpty { return nil }
        return parse(field) { () throws(DeskProblem) in try DeskTime.parse(text, in: choices.timeZone) }
    }

    func demand(_ field: SessionField, _ problem: DeskProblem, _ first: Date?, before second: Date?) {
        if let first, let second, second <= first { problems.append(DeskProblems.Entry(field.rawValue, problem)) }
    }
}

/// Times of the desk's forms.
enum DeskTime {
    static func parse(_ text: String, in timeZone: TimeZone) throws(DeskProblem) -> Date {
        do { return try LocalTime.parse(text, in: timeZone) } catch {
            throw
                switch error
            {
            case .notATime: .notATime
            case .skipped: .skippedTime
            case .twice: .doubleTime
            }
        }
    }
}
