public import Foundation

/// What an organiser typed of a session, unchecked and kept as it is. A room and a host are their ids; an answer is `yes` or
/// empty; times are `2026-11-28T09:30` in the edition's time zone.
public struct SessionForm: Hashable, Sendable {
    private var values: [SessionField: String]

    public subscript(field: SessionField) -> String {
        get { values[field] ?? "" }
        set { values[field] = newValue }
    }

    /// An empty form.
    public init() { values = [.waitingList: "yes", .language: Language.french.rawValue] }

    /// What came in a request.
    public init(_ value: (SessionField) -> String) {
        values = Dictionary(uniqueKeysWithValues: SessionField.allCases.map { ($0, value($0)) })
    }

    /// A session's facts, as its form shows them.
    public init(_ facts: SessionFacts, slug: String, choices: SessionChoices) {
        let room = choices.room(named: facts.room, in: facts.venue).map { String($0.id) } ?? ""
        let host = choices.host(named: facts.host).map { String($0.id) } ?? ""
        let time = { (date: Date?) in date.map { LocalTime.text($0, in: choices.timeZone) } ?? "" }
        values = [
            .slug: slug, .titleFrench: facts.title.french, .titleEnglish: facts.title.english,
            .summaryFrench: facts.summary.french, .summaryEnglish: facts.summary.english,
            .format: facts.format.rawValue, .theme: facts.theme.rawValue, .host: host, .room: room,
            .startsAt: time(facts.startsAt), .endsAt: time(facts.endsAt), .capacity: String(facts.capacity),
            .language: facts.language.rawValue, .signLanguage: facts.hasSignLanguage ? "yes" : "",
            .waitingList: facts.hasWaitingList ? "yes" : "", .audience: facts.audience ?? "",
            .signUpsOpenAt: time(facts.signUpsOpenAt), .signUpsCloseAt: time(facts.signUpsCloseAt),
        ]
    }

    /// Puts what one organiser typed on top of what another has saved meanwhile: nothing typed is lost, and what only the
    /// other one changed is taken over.
    ///
    /// - Parameters:
    ///   - base: what this form was filled in from.
    ///   - saved: what stands now.
    /// - Returns: the fields that the other one changed, and that this form says otherwise.
    public mutating func merge(base: SessionForm, saved: SessionForm) -> Set<SessionField> {
        let merge = DeskMerge(SessionField.allCases, typed: { self[$0] }, base: { base[$0] }, saved: { saved[$0] })
        values = merge.values
        return merge.disputed
    }

    /// The fields in which it differs from another one.
    public func differences(from other: SessionForm) -> [SessionField] {
        SessionField.allCases.filter { !self[$0].saysTheSame(as: other[$0]) }
    }
}

/// What there is to choose from in a session's form.
public struct SessionChoices: Sendable {
    public let venues: [DeskVenue]
    public let hosts: [DeskHost]
    public let timeZone: TimeZone

    public init(venues: [DeskVenue], hosts: [DeskHost], timeZone: TimeZone) {
        self.venues = venues
        self.hosts = hosts
        self.timeZone = timeZone
    }

    func room(named name: String, in venue: String) -> DeskRoom? {
        venues.first { $0.venue.slug == venue }?.rooms.first { $0.name == name }
    }

    func host(named name: String) -> DeskHost? { hosts.first { $0.host.name == name } }

    public func room(_ id: String) -> (venue: DeskVenue, room: DeskRoom)? {
        guard let id = DeskRoom.ID(id) else { return nil }
        for venue in venues {
            if let room = venue.rooms.first(where: { $0.id == id }) { return (venue, room) }
        }
        return nil
    }

    public func host(_ id: String) -> DeskHost? {
        guard let id = DeskHost.ID(id) else { return nil }
        return hosts.first { $0.id == id }
    }
}
