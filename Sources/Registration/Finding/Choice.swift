public import Foundation

/// What the programme can be narrowed by: one group of choices on the page, one parameter of its address.
public enum Facet: String, CaseIterable, Hashable, Sendable {
    case day, theme, format, arrondissement, time, language, access, places

    /// Whether a session must meet all that is chosen; otherwise one of them is enough.
    public var isConjunctive: Bool { self == .access }
}

/// One thing that a session may be narrowed to.
public enum Choice: Hashable, Sendable {
    /// The one on which it starts.
    case day(CalendarDay)
    case theme(Theme)
    case format(Format)
    case arrondissement(Int)
    case time(TimeOfDay)
    case language(Language)
    case access(AccessNeed)
    /// Neither cancelled nor closed, and not full.
    case placesLeft

    /// Every choice there is, in the order of pages and addresses, but for days, which are an edition's own and come first.
    public static let all: [Choice] =
        Theme.allCases.map(theme) + Format.allCases.map(format) + (1...20).map(arrondissement)
        + TimeOfDay.allCases.map(time) + Language.allCases.map(language) + AccessNeed.allCases.map(access)
        + [.placesLeft]

    public var facet: Facet {
        switch self {
        case .day: .day
        case .theme: .theme
        case .format: .format
        case .arrondissement: .arrondissement
        case .time: .time
        case .language: .language
        case .access: .access
        case .placesLeft: .places
        }
    }

    /// What stands for it in addresses.
    public var code: String {
        switch self {
        case .day(let day): day.description
        case .theme(let theme): theme.rawValue
        case .format(let format): format.rawValue
        case .arrondissement(let number): String(number)
        case .time(let time): time.rawValue
        case .language(let language): language.rawValue
        case .access(let need): need.rawValue
        case .placesLeft: "left"
        }
    }

    /// `nil` where a facet has no such choice.
    public init?(_ facet: Facet, code: String) {
        if facet == .day {
            guard let day = CalendarDay(code) else { return nil }
            self = .day(day)
        } else {
            guard let choice = Self.known["\(facet.rawValue)=\(code)"] else { return nil }
            self = choice
        }
    }

    /// Its place in `all`; `nil` for a day.
    public var number: Int? { Self.numbers[self] }

    /// Whether a session is of this kind; whether it has places left is not known here.
    func holds(for session: Session, in timeZone: TimeZone) -> Bool {
        switch self {
        case .day(let day): CalendarDay(session.startsAt, in: timeZone) == day
        case .theme(let theme): session.theme == theme
        case .format(let format): session.format == format
        case .arrondissement(let number): session.venue.arrondissement == number
        case .time(let time): TimeOfDay(session.startsAt, in: timeZone) == time
        case .language(let language): session.language == language
        case .access(.wheelchair): session.venue.isWheelchairAccessible == true
        case .access(.hearingLoop): session.venue.hasHearingLoop == true
        case .access(.signLanguage): session.hasSignLanguage
        case .placesLeft: false
        }
    }

    private static let known = Dictionary(uniqueKeysWithValues: all.map { ("\($0.facet.rawValue)=\($0.code)", $0) })
    private static let numbers = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
}

/// When a session starts: before noon, before six in the evening, or later.
public enum TimeOfDay: String, CaseIterable, Hashable, Sendable {
    case morning, afternoon, evening

    public init(_ instant: Date, in timeZone: TimeZone) {
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: instant)
        self =
            switch (seconds % 86_400 + 86_400) % 86_400 / 3600 {
            case ..<12: .morning
            case ..<18: .afternoon
            default: .evening
            }
    }
}

/// What somebody may need of a place or a session in order to take part.
public enum AccessNeed: String, CaseIterable, Hashable, Sendable {
    case wheelchair
    case hearingLoop = "hearing_loop"
    case signLanguage = "sign_language"
}
