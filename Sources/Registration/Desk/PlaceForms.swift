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
    public enum Field: String, CaseIterable, Sendable {
        case name, capacity
    }

    private let values: [Field: String]

    public subscript(field: Field) -> String { values[field] ?? "" }

    public init(_ value: (Field) -> String = { _ in "" }) {
        values = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, value($0)) })
    }

    public init(_ room: DeskRoom) { values = [.name: room.name, .capacity: String(room.capacity)] }

    /// - Throws: `DeskProblems` for `name` and `capacity`.
    public func room() throws(DeskProblems) -> (name: String, capacity: Int) {
        let reader = DeskFormReader()
        let name = reader.parse("name") { () throws(DeskProblem) in try DeskText.line(self[.name], limit: 120) }
        let capacity = reader.parse("capacity") { () throws(DeskProblem) in
            try DeskText.number(self[.capacity], SessionWishes.capacityAllowed)
        }
        guard let name, let capacity else { throw reader.problems }
        return (name, capacity)
    }
}

/// What an organiser typed of a host, unchecked.
public struct HostForm: Hashable, Sendable {
    public enum Field: String, CaseIterable, Sendable {
        case name
        case legalForm = "legal_form"
        /// Empty: nobody.
        case contact = "contact_email"
    }

    private let values: [Field: String]

    public subscript(field: Field) -> String { values[field] ?? "" }

    public init(_ value: (Field) -> String = { _ in "" }) {
        values = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, value($0)) })
    }

    public init(_ host: DeskHost) {
        values = [.name: host.host.name, .legalForm: host.host.legalForm.rawValue, .contact: host.contact ?? ""]
    }

    /// - Throws: `DeskProblems` with the problem of each field that has one.
    public func host() throws(DeskProblems) -> (host: Registration.Host, contact: EmailAddress?) {
        let reader = DeskFormReader()
        let name = reader.parse(Field.name.rawValue) { () throws(DeskProblem) in
            try DeskText.line(self[.name], limit: 200)
        }
        let form = reader.parse(Field.legalForm.rawValue) { () throws(DeskProblem) in
            guard let form = LegalForm(rawValue: self[.legalForm]) else { throw .notChosen }
            return form
        }
        let contact = reader.parse(Field.contact.rawValue) { () throws(DeskProblem) in
            try Self.contact(self[.contact])
        }
        guard let name, let form, let contact else { throw reader.problems }
        return (Registration.Host(name: name, legalForm: form), contact)
    }

    private static func contact(_ text: String) throws(DeskProblem) -> EmailAddress? {
        if text.trimmingWhitespace().isEmpty { return nil }
        do { return try EmailAddress(text) } catch { throw .notAnAddress }
    }
}
