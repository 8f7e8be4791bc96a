internal import Foundation
internal import Registration

// The objects of api.letter, their names in camel case. Instants are seconds since 1970.

struct LetterJSON: Decodable {
    let id: Int64
    let language: String
    let email: String
    let createdAt: Double
    let news: [NewsJSON]

    /// - Parameter programme: What sessions to come to instead are looked for in.
    func letter(_ programme: ProgrammeState, at now: Date) throws -> Letter {
        Letter(
            id: id, language: try word(language), email: try EmailAddress(email), writtenAt: instant(createdAt),
            news: try news.map { try $0.news(programme, at: now) })
    }
}

struct NewsJSON: Decodable {
    struct Answer: Decodable {
        let outcome: String
        let session: SessionJSON
        let signUp: SignUpJSON?
    }

    struct Previous: Decodable {
        let startsAt: Double
        let endsAt: Double
        let room: String
        let venue: String
        let address: String?
    }

    struct EngagementJSON: Decodable {
        let session: Int64
        let startsAt: Double
        let endsAt: Double
        let holdsPlaces: Bool
    }

    let kind: String
    let createdAt: Double
    let timeZone: String
    let attendee: Int64
    let signUps: [SignUpJSON]
    let session: SessionJSON?
    let answers: [Answer]?
    let others: [SignUpJSON]?
    let engagements: [EngagementJSON]?
    let previous: Previous?
    let message: Version?

    struct Version: Decodable {
        let subject: String
        let text: String

        func version() throws -> Message.Version {
            Message.Version(subject: try MessageSubject(subject), text: try MessageText(text))
        }
    }

    func news(_ programme: ProgrammeState, at now: Date) throws -> News {
        let signUps = try signUps.map { try $0.signUp() }
        return News(
            kind: try word(kind), since: instant(createdAt), timeZone: TimeZone(identifier: timeZone) ?? .gmt,
            attendee: attendee, signUps: signUps, session: try session?.session(),
            answers: try (answers ?? []).map { answer in
                News.Answer(
                    outcome: answer.outcome, session: try answer.session.session(),
                    signUp: try answer.signUp?.signUp())
            },
            others: try (others ?? []).map { try $0.signUp() },
            alternatives: alternatives(to: signUps.first, programme, at: now),
            previous: previous.map { previous in
                News.Previous(
                    startsAt: instant(previous.startsAt), endsAt: instant(previous.endsAt), room: previous.room,
                    venue: previous.venue, address: previous.address)
            },
            message: try message?.version())
    }

    /// Only where there are engagements, if none: of a session that is off.
    private func alternatives(
        to signUp: SignUpNews?, _ programme: ProgrammeState, at now: Date
    ) -> [Session] {
        guard let signUp, let engagements else { return [] }
        return programme.alternatives(
            to: signUp.session, places: signUp.places,
            beside: engagements.map { engagement in
                Engagement(
                    session: engagement.session, startsAt: instant(engagement.startsAt),
                    endsAt: instant(engagement.endsAt), holdsPlaces: engagement.holdsPlaces)
            }, at: now)
    }
}

struct SignUpJSON: Decodable {
    let id: Int64
    let secretVersion: Int
    let status: String
    let places: Int
    let createdAt: Double
    let position: Int?
    let invited: Bool
    let session: SessionJSON

    func signUp() throws -> SignUpNews {
        SignUpNews(
            id: id, secretVersion: secretVersion, status: try word(status), places: places,
            signedUpAt: instant(createdAt), position: position, isInCalendar: invited,
            session: try session.session())
    }
}

struct SessionJSON: Decodable {
    struct Place: Decodable {
        let slug, name, address, postcode, city: String
        let arrondissement: Int
        let latitude, longitude: Double
        let wheelchairAccessible, hearingLoop: Bool?
        let accessNotes: String?
    }

    let id: Int64
    let slug, titleFr, titleEn, summaryFr, summaryEn, format, theme, host, hostLegalForm, room, language: String
    let startsAt, endsAt, signUpsOpenAt, signUpsCloseAt: Double
    let capacity: Int
    let signLanguage, waitingList, cancelled: Bool
    let audience: String?
    let venue: Place

    func session() throws -> Session {
        Session(
            id: id, slug: slug, title: Localized(french: titleFr, english: titleEn),
            summary: Localized(french: summaryFr, english: summaryEn), format: try word(format),
            theme: try word(theme), host: Host(name: host, legalForm: try word(hostLegalForm)),
            venue: Venue(
                slug: venue.slug, name: venue.name, address: venue.address, postcode: venue.postcode,
                city: venue.city, arrondissement: venue.arrondissement, latitude: venue.latitude,
                longitude: venue.longitude, isWheelchairAccessible: venue.wheelchairAccessible,
                hasHearingLoop: venue.hearingLoop, accessNotes: venue.accessNotes),
            room: room, startsAt: instant(startsAt), endsAt: instant(endsAt), capacity: capacity,
            language: try word(language), hasSignLanguage: signLanguage, hasWaitingList: waitingList,
            audience: audience, signUpsOpenAt: instant(signUpsOpenAt),
            signUpsCloseAt: instant(signUpsCloseAt), isCancelled: cancelled)
    }
}
