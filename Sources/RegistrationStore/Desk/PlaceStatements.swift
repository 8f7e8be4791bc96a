internal import Postgres
internal import Registration

/// `api.save_venue`; without an id a new one.
struct SaveVenueStatement: PostgresStatement {
    static let sql = "select api.save_venue($1, $2, $3)"

    let actor: StaffActor
    let id: DeskVenue.ID?
    let venue: PostgresJSON

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(id)
        parameters.append(venue)
    }

    static func decode(_ row: inout PostgresRow) throws -> DeskSaving {
        try DeskSaving(answer: row.decode(String.self))
    }
}

/// `api.save_room`; without an id a new one.
struct SaveRoomStatement: PostgresStatement {
    static let sql = "select api.save_room($1, $2, $3, $4, $5)"

    let actor: StaffActor
    let venue: String
    let id: DeskRoom.ID?
    let name: String
    let capacity: Int

    private struct Answer: Decodable {
        let outcome: String
        let detail: String?
        let capacity: Int?
    }

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(venue)
        parameters.append(id)
        parameters.append(name)
        parameters.append(Int32(capacity))
    }

    static func decode(_ row: inout PostgresRow) throws -> DeskSaving {
        let answer = try row.decode(PostgresJSON.self).decodeDesk(Answer.self)
        if answer.outcome == "below_session", let slug = answer.detail, let capacity = answer.capacity {
            return .belowSession(slug, capacity: capacity)
        }
        return try DeskSaving(answer: answer.outcome)
    }
}

/// `api.save_host`; without an id a new one.
struct SaveHostStatement: PostgresStatement {
    static let sql = "select api.save_host($1, $2, $3, $4)"

    let actor: StaffActor
    let id: DeskHost.ID?
    let host: Registration.Host

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(id)
        parameters.append(host.name)
        parameters.append(host.legalForm.rawValue)
    }

    static func decode(_ row: inout PostgresRow) throws -> DeskSaving {
        try DeskSaving(answer: row.decode(String.self))
    }
}

extension DeskSaving {
    fileprivate init(answer: String) throws {
        switch answer {
        case "saved": self = .saved
        case "slug_taken", "name_taken": self = .taken
        case "unknown_venue", "unknown_room", "unknown_host": self = .unknown
        default: throw UnexpectedAnswer(function: "saving", answer: answer)
        }
    }
}

/// A venue's columns.
struct VenueColumns: Encodable {
    let venue: Venue

    private enum Key: String, CodingKey {
        case slug, name, address, postcode, city, arrondissement, latitude, longitude
        case wheelchairAccessible = "wheelchair_accessible"
        case hearingLoop = "hearing_loop"
        case accessNotes = "access_notes"
    }

    /// What is not told is null, so that it stands no longer.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(venue.slug, forKey: .slug)
        try container.encode(venue.name, forKey: .name)
        try container.encode(venue.address, forKey: .address)
        try container.encode(venue.postcode, forKey: .postcode)
        try container.encode(venue.city, forKey: .city)
        try container.encode(venue.arrondissement, forKey: .arrondissement)
        try container.encode(venue.latitude, forKey: .latitude)
        try container.encode(venue.longitude, forKey: .longitude)
        try container.encode(venue.isWheelchairAccessible, forKey: .wheelchairAccessible)
        try container.encode(venue.hasHearingLoop, forKey: .hearingLoop)
        try container.encode(venue.accessNotes, forKey: .accessNotes)
    }
}
