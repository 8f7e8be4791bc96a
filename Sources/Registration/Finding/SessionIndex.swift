public import Foundation

/// Finds sessions by what was chosen, and counts what each further choice would leave.
public struct SessionIndex: Sendable {
    /// In the order in which they are shown.
    public let sessions: [Session]
    private let all: SessionSet
    /// The days on which something starts, in order.
    public let days: [CalendarDay]
    /// By the numbers of `Choice.all`.
    private let kinds: [SessionSet]
    private let byDay: [CalendarDay: SessionSet]

    public init(_ sessions: [Session], in timeZone: TimeZone) {
        self.sessions = sessions
        all = .all(sessions.count)
        kinds = Choice.all.map { choice in
            var set = SessionSet(size: sessions.count)
            for (position, session) in sessions.enumerated() where choice.holds(for: session, in: timeZone) {
                set.insert(position)
            }
            return set
        }
        var byDay: [CalendarDay: SessionSet] = [:]
        for (position, session) in sessions.enumerated() {
            byDay[CalendarDay(session.startsAt, in: timeZone), default: SessionSet(size: sessions.count)]
                .insert(position)
        }
        self.byDay = byDay
        days = byDay.keys.sorted()
    }

    /// What a group of choices offers, in their order.
    public func choices(of facet: Facet) -> [Choice] {
        facet == .day ? days.map(Choice.day) : Choice.all.filter { $0.facet == facet }
    }

    /// Those that a test holds for.
    public func sessions(where test: (Session) -> Bool) -> SessionSet {
        var set = SessionSet(size: sessions.count)
        for (position, session) in sessions.enumerated() where test(session) { set.insert(position) }
        return set
    }

    /// - Parameters:
    ///   - withWords: Those that hold the words looked for; `nil`: no words.
    ///   - withPlaces: Those with places left, which changes with every sign-up.
    public func find(_ filter: ProgrammeFilter, withWords: SessionSet? = nil, withPlaces: SessionSet) -> Finding {
        let chosen = Dictionary(grouping: filter.choices, by: \.facet)
        var meets: [Facet: SessionSet] = [:]
        for (facet, choices) in chosen { meets[facet] = union(or: facet, choices, withPlaces) }
        func found(without dropped: Facet?, words: Bool = true) -> SessionSet {
            var set = all
            if words, let withWords { set = withWords }
            for (facet, meeting) in meets where facet != dropped { set = set.intersection(meeting) }
            return set
        }
        let matches = found(without: nil)
        var counts = Array(repeating: 0, count: kinds.count)
        var countsByDay: [CalendarDay: Int] = [:]
        var withoutFacet: [Facet: Int] = [:]
        for facet in Facet.allCases {
            let others = meets[facet] == nil || facet.isConjunctive ? matches : found(without: facet)
            if facet == .day {
                countsByDay = byDay.mapValues { others.countOfIntersection($0) }
            } else {
                for (number, choice) in Choice.all.enumerated() where choice.facet == facet {
                    counts[number] = others.countOfIntersection(kind(choice, withPlaces))
                }
            }
            if meets[facet] != nil { withoutFacet[facet] = found(without: facet).count }
        }
        return Finding(
            matches: matches, counts: counts, countsByDay: countsByDay, withoutFacet: withoutFacet,
            withoutWords: withWords == nil ? nil : found(without: nil, words: false).count)
    }

    private func union(or facet: Facet, _ choices: [Choice], _ withPlaces: SessionSet) -> SessionSet {
        if facet.isConjunctive { return choices.reduce(all) { $0.intersection(kind($1, withPlaces)) } }
        return choices.reduce(into: SessionSet(size: all.size)) { $0.formUnion(kind($1, withPlaces)) }
    }

    private func kind(_ choice: Choice, _ withPlaces: SessionSet) -> SessionSet {
        switch choice {
        case .placesLeft: withPlaces
        case .day(let day): byDay[day] ?? SessionSet(size: all.size)
        default: choice.number.map { kinds[$0] } ?? SessionSet(size: all.size)
        }
    }
}

/// What was found.
public struct Finding: Sendable {
    public let matches: SessionSet
    private let counts: [Int]
    private let countsByDay: [CalendarDay: Int]
    /// How many there would be if a facet that narrows them were dropped.
    public let withoutFacet: [Facet: Int]
    /// The same for the words, where there are any.
    public let withoutWords: Int?

    init(
        matches: SessionSet, counts: [Int], countsByDay: [CalendarDay: Int], withoutFacet: [Facet: Int],
        withoutWords: Int?
    ) {
        self.matches = matches
        self.counts = counts
        self.countsByDay = countsByDay
        self.withoutFacet = withoutFacet
        self.withoutWords = withoutWords
    }

    /// The sessions that a choice would leave, given what is chosen in the other facets.
    public func count(of choice: Choice) -> Int {
        if case .day(let day) = choice { return countsByDay[day] ?? 0 }
        return choice.number.map { counts[$0] } ?? 0
    }
}
