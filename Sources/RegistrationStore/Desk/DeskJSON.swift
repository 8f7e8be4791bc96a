internal import Postgres
internal import Registration

struct FactsJSON: Decodable {
    let titleFr, titleEn, summaryFr, summaryEn, format, theme, host, venue, room, language: String
    let startsAt, endsAt: Double
    let capacity: Int
    let signLanguage, waitingList, published, cancelled: Bool
    let audience: String?
    let signUpsOpenAt, signUpsCloseAt: Double?

    func facts() throws -> SessionFacts {
        SessionFacts(
            title: Localized(french: titleFr, english: titleEn),
            summary: Localized(french: summaryFr, english: summaryEn), format: try word(format),
            theme: try word(theme), host: host, venue: venue, room: room, startsAt: instant(startsAt),
            endsAt: instant(endsAt), capacity: capacity, language: try word(language),
            hasSignLanguage: signLanguage, hasWaitingList: waitingList, audience: audience,
            signUpsOpenAt: signUpsOpenAt.map(instant), signUpsCloseAt: signUpsCloseAt.map(instant),
            isPublished: published, isCancelled: cancelled)
    }
}

struct DeskSessionJSON: Decodable {
    let id, roomId, hostId: Int64
    let slug, venueName: String
    let version, roomCapacity, arrondissement, confirmed, waiting, signedUp: Int
    let updatedAt: Double
    let facts: FactsJSON

    func session() throws -> DeskSession {
        let facts = try facts.facts()
        return DeskSession(
            id: id, slug: slug, version: version, facts: facts, roomID: roomId,
            roomCapacity: roomCapacity, hostID: hostId, venueName: venueName, arrondissement: arrondissement,
            tally: Tally(capacity: facts.capacity, confirmed: confirmed, waiting: waiting), signedUp: signedUp,
            updatedAt: instant(updatedAt))
    }
}

struct DeskVenueJSON: Decodable {
    struct Room: Decodable {
        let id: Int64
        let name: String
        let version, capacity, sessions, largest: Int
    }

    let id: Int64
    let slug, name, address, postcode, city: String
    let version, arrondissement, sessions, confirmed: Int
    let latitude, longitude: Double
    let wheelchairAccessible, hearingLoop: Bool?
    let accessNotes: String?
    let rooms: [Room]

    func venue() -> DeskVenue {
        DeskVenue(
            id: id, version: version,
            venue: Venue(
                slug: slug, name: name, address: address, postcode: postcode, city: city,
                arrondissement: arrondissement, latitude: latitude, longitude: longitude,
                isWheelchairAccessible: wheelchairAccessible, hasHearingLoop: hearingLoop, accessNotes: accessNotes),
            rooms: rooms.map {
                DeskRoom(
                    id: $0.id, version: $0.version, name: $0.name, capacity: $0.capacity, sessions: $0.sessions,
                    largest: $0.largest)
            },
            sessions: sessions, confirmed: confirmed)
    }
}

struct SinceJSON: Decodable {
    let was, `is`: FactsJSON
    let at: Double
    let by: String?

    func change() throws -> SessionSince {
        SessionSince(was: try was.facts(), now: try self.is.facts(), at: instant(at), by: by)
    }
}
