internal import Postgres
internal import Registration

/// `api.save_venue`; without an id a new one.
struct SaveVenueStatement: PostgresStatement {
    static let sql = "select api.save_venue($1, $2, $3, $4, $5)"

    let actor: StaffActor
    let id: DeskVenue.ID?
    let venue: PostgresJSON
    let terms: PlaceTerms

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(id)
        parameters.append(venue)
        terms.bind(&parameters)
    }

    static func decode(_ row: inout PostgresRow) throws -> PlaceSaving { try SavingJSON.decode(&row) }
}

/// `api.save_room`; without an id a new one.
struct SaveRoomStatement: PostgresStatement {
    static let sql = "select api.save_room($1, $2, $3, $4, $5, $6, $7)"

    let actor: StaffActor
    let venue: String
    let id: DeskRoom.ID?
    let name: String
    let capacity: Int
    let terms: PlaceTerms

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(venue)
        parameters.append(id)
        parameters.append(name)
        parameters.append(Int32(capacity))
        terms.bind(&parameters)
    }

    static func decode(_ row: inout PostgresRow) throws -> PlaceSaving { try SavingJSON.decode(&row) }
}

/// `api.save_host`; without an id a new one.
struct SaveHostStatement: PostgresStatement {
    static let sql = "select api.save_host($1, $2, $3, $4, $5, $6)"

    let actor: StaffActor
    let id: DeskHost.ID?
    let host: Registration.Host
    let contact: EmailAddress?
    let version: Int?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(id)
        parameters.append(host.name)
        parameters.append(host.legalForm.rawValue)
        parameters.append(contact?.text)
        parameters.append(version.map(Int32.init))
    }

    static func decode(_ row: inout PostgresRow) throws -> PlaceSaving { try SavingJSON.decode(&row) }
}

extension PlaceTerms {
    /// The last two parameters: version, agreed.
    fileprivate func bind(_ parameters: inout PostgresParameters) {
        parameters.append(version.map(Int32.init))
        parameters.append(Int32(agreed))
    }
}

private struct SavingJSON: Decodable {
    let outcome: String
    let change: Int64?
    let told, sessions, capacity: Int?
    let letters: [PileJSON]?
    let detail: String?

    static func decode(_ row: inout PostgresRow) throws -> PlaceSaving {
        try row.decode(PostgresJSON.self).decodeObject(SavingJSON.self).saving()
    }

    private func saving() throws -> PlaceSaving {
        switch outcome {
        case "saved": .saved(try effect())
        case "more_affected": .moreAffected(try effect())
        case "unchanged": .unchanged
        case "outdated": .outdated
        case "slug_taken", "name_taken": .taken
        case "below_session": .belowSession(detail ?? "", capacity: capacity ?? 0)
        case "unknown_venue", "unknown_room", "unknown_host": .unknown
        default: throw UnexpectedAnswer(function: "saving", answer: outcome)
        }
    }

    private func effect() throws -> PlaceEffect {
        PlaceEffect(
            change: change, told: told ?? 0, sessions: sessions ?? 0, letters: try (letters ?? []).map { try $0.pile() }
        )
    }
}
