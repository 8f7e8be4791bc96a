internal import Foundation
internal import Registration
internal import RegistrationStore

/// A session as the API shows it; texts in one language.
struct SessionReply: Encodable, Sendable {
    private enum Key: String, CodingKey {
        case slug, title, summary, format, theme, host, venue, room, capacity, waiting, language, audience, status
        case startsAt = "starts_at"
        case endsAt = "ends_at"
        case placesLeft = "places_left"
        case signLanguage = "sign_language"
        case waitingList = "waiting_list"
        case signUpsOpenAt = "sign_ups_open_at"
        case signUpsCloseAt = "sign_ups_close_at"
    }

    private enum HostKey: String, CodingKey {
        case name
        case legalForm = "legal_form"
    }

    private enum VenueKey: String, CodingKey { case slug, name }

    let session: Session
    let tally: Tally
    let texts: Language
    let dates: Date.ISO8601FormatStyle

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(session.slug, forKey: .slug)
        try container.encode(session.title[texts], forKey: .title)
        try container.encode(session.summary[texts], forKey: .summary)
        try container.encode(session.format, forKey: .format)
        try container.encode(session.theme, forKey: .theme)
        var host = container.nestedContainer(keyedBy: HostKey.self, forKey: .host)
        try host.encode(session.host.name, forKey: .name)
        try host.encode(session.host.legalForm, forKey: .legalForm)
        var venue = container.nestedContainer(keyedBy: VenueKey.self, forKey: .venue)
        try venue.encode(session.venue.slug, forKey: .slug)
        try venue.encode(session.venue.name, forKey: .name)
        try container.encode(session.room, forKey: .room)
        try container.encode(session.startsAt.formatted(dates), forKey: .startsAt)
        try container.encode(session.endsAt.formatted(dates), forKey: .endsAt)
        try container.encode(session.capacity, forKey: .capacity)
        try container.encode(tally.placesLeft, forKey: .placesLeft)
        try container.encode(tally.waiting, forKey: .waiting)
        try container.encode(session.language, forKey: .language)
        try container.encode(session.hasSignLanguage, forKey: .signLanguage)
        try container.encode(session.hasWaitingList, forKey: .waitingList)
        try container.encode(session.audience, forKey: .audience)
        try container.encode(session.isCancelled ? "cancelled" : "scheduled", forKey: .status)
        try container.encode(session.signUpsOpenAt.formatted(dates), forKey: .signUpsOpenAt)
        try container.encode(session.signUpsCloseAt.formatted(dates), forKey: .signUpsCloseAt)
    }
}

extension ProgrammeState {
    func reply(for session: Session, in language: Language) -> SessionReply {
        SessionReply(session: session, tally: tally(of: session), texts: language, dates: programme.dates)
    }
}

extension Programme {
    /// Instants with the offset of the edition's time zone.
    var dates: Date.ISO8601FormatStyle {
        Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: edition?.timeZone ?? .gmt)
    }
}
