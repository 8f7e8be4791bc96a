public import Foundation

/// What an organiser typed of a venue, unchecked.
public struct VenueForm: Hashable, Sendable {
    public enum Field: String, CaseIterable, Sendable {
        case slug, name, address, postcode, city, arrondissement, latitude, longitude
        case wheelchair = "wheelchair_accessible"
        case hearingLoop = "hearing_loop"
        case accessNotes = "access_notes"
    }

    private var values: [Field: String]

    public subscript(field: Field) -> String { values[field] ?? "" }

    public init() { values = [.city: "Paris"] }

    public init(_ value: (Field) -> String) {
        values = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, value($0)) })
    }

    public init(_ venue: Venue) {
        let answer = { (answer: Bool?) in answer.map { $0 ? "yes" : "no" } ?? "" }
        values = [
            .slug: venue.slug, .name: venue.name, .address: venue.address, .postcode: venue.postcode,
            .city: venue.city, .arrondissement: String(venue.arrondissement), .latitude: "\(venue.latitude)",
            .longitude: "\(venue.longitude)", .wheelchair: answer(venue.isWheelchairAccessible),
            .hearingLoop: answer(venue.hasHearingLoop), .accessNotes: venue.accessNotes ?? "",
        ]
    }

    /// - Throws: `DeskProblems` with the problem of each field that has one.
    public func venue() throws(DeskProblems) -> Venue {
        let reader = DeskFormReader()
        func parse<Value>(_ field: Field, _ parser: (String) throws(DeskProblem) -> Value) -> Value? {
            reader.parse(field.rawValue) { () throws(DeskProblem) in try parser(self[field]) }
        }
        func line(_ field: Field, _ limit: Int) -> String? {
            parse(field) { (text) throws(DeskProblem) in try DeskText.line(text, limit: limit) }
        }
        let slug = parse(.slug) { (text) throws(DeskProblem) in
            try DeskText.slug(text.trimmingWhitespace().isEmpty ? DeskText.slug(from: self[.name]) : text)
        }
        let (name, address) = (line(.name, 200), line(.address, 300))
        let (postcode, city) = (line(.postcode, 12), line(.city, 100))
        let arrondissement = parse(.arrondissement) { (text) throws(DeskProblem) in
            try DeskText.number(text, 1...20)
        }
        let latitude = parse(.latitude) { (text) throws(DeskProblem) in try DeskText.degrees(text, -90...90) }
        let longitude = parse(.longitude) { (text) throws(DeskProblem) in try DeskText.degrees(text, -180...180) }
        let notes = parse(.accessNotes) { (text) throws(DeskProblem) in
            try DeskText.optionalLine(text, limit: 1000)
        }
        guard reader.entries.isEmpty, let slug, let name, let address, let postcode, let city, let arrondissement,
            let latitude, let longitude, let notes
        else { throw reader.problems }
        return Venue(
            slug: slug, name: name, address: address, postcode: postcode, city: city, arrondissement: arrondissement,
            latitude: latitude, longitude: longitude, isWheelchairAccessible: Self.answer(self[.wheelchair]),
            hasHearingLoop: Self.answer(self[.hearingLoop]), accessNotes: notes)
    }

    private static func answer(_ text: String) -> Bool? {
        switch text {
        case "yes": true
        case "no": false
        default: nil
        }
    }
}

/// What an organiser typed of a room, unchecked.
public struct RoomForm: Hashable, Sendable {
    public let name: String
    public let capacity: String

    public init(name: String, capacity: String) {
        self.name = name
        self.capacity = capacity
    }

    /// - Throws: `DeskProblems` for `name` and `capacity`.
    public func room() throws(DeskProblems) -> (name: String, capacity: Int) {
        let reader = DeskFormReader()
        let name = reader.parse("name") { () throws(DeskProblem) in try DeskText.line(self.name, limit: 120) }
        let capacity = reader.parse("capacity") { () throws(DeskProblem) in
            try DeskText.number(self.capacity, SessionWishes.capacityAllowed)
        }
        guard let name, let capacity else { throw reader.problems }
        return (name, capacity)
    }
}

/// What an organiser typed of a host, unchecked.
public struct HostForm: Hashable, Sendable {
    public let name: String
    public let legalForm: String

    public init(name: String = "", legalForm: String = "") {
        self.name = name
        self.legalForm = legalForm
    }

    /// - Throws: `DeskProblems` for `name` and `legal_form`.
    public func host() throws(DeskProblems) -> Registration.Host {
        let reader = DeskFormReader()
        let name = reader.parse("name") { () throws(DeskProblem) in try DeskText.line(self.name, limit: 200) }
        let form = reader.parse("legal_form") { () throws(DeskProblem) in
            guard let form = LegalForm(rawValue: legalForm) else { throw .notChosen }
            return form
        }
        guard let name, let form else { throw reader.problems }
        return Registration.Host(name: name, legalForm: form)
    }
}

/// What an organiser typed of a notice, unchecked; times are `2026-11-28T09:30` in the edition's time zone.
public struct NoticeForm: Hashable, Sendable {
    public let french: String
    public let english: String
    /// Empty: from now on.
    public let since: String
    /// Empty: until it is cleared.
    public let until: String

    public init(french: String = "", english: String = "", since: String = "", until: String = "") {
        self.french = french
        self.english = english
        self.since = since
        self.until = until
    }

    /// - Throws: `DeskProblems` for `text_fr`, `text_en`, `since` and `until`.
    public func notice(
        in timeZone: TimeZone, now: Date
    ) throws(DeskProblems) -> (text: Localized, since: Date?, until: Date?) {
        let reader = DeskFormReader()
        func text(_ field: String, _ raw: String) -> String? {
            reader.parse(field) { () throws(DeskProblem) in try DeskText.line(raw, limit: Notice.textLimit) }
        }
        func time(_ field: String, _ raw: String) -> Date? {
            let text = raw.trimmingWhitespace()
            if text.isEmpty { return nil }
            return reader.parse(field) { () throws(DeskProblem) in try DeskTime.parse(text, in: timeZone) }
        }
        let (french, english) = (text("text_fr", french), text("text_en", english))
        let (since, until) = (time("since", since), time("until", until))
        if let until {
            if until <= now {
                reader.add("until", .past)
            } else if let since, until <= since {
                reader.add("until", .endsBeforeStart)
            }
        }
        guard reader.entries.isEmpty, let french, let english else { throw reader.problems }
        return (Localized(french: french, english: english), since, until)
    }
}
