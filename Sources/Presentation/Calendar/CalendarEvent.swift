public import Foundation
public import Registration

/// One session on a calendar (RFC 5545, section 3.6.1).
public struct CalendarEvent: Hashable, Sendable {
    public enum Status: Hashable, Sendable { case confirmed, cancelled }

    /// The same for as long as it is the same entry, so that calendars change what they hold instead of adding to it.
    public let uid: String
    /// When what is said here became true.
    public let stamp: Date
    /// Grows with each change; calendars ignore what is older than what they hold.
    public let sequence: Int
    public let startsAt: Date
    public let endsAt: Date
    public let summary: String
    public let location: String
    public let latitude: Double?
    public let longitude: Double?
    public let description: String
    /// A page that everybody may see: calendars are shared, so no secret link belongs here.
    public let url: String?
    public let status: Status

    public init(
        uid: String, stamp: Date, sequence: Int, startsAt: Date, endsAt: Date, summary: String, location: String,
        latitude: Double? = nil, longitude: Double? = nil, description: String = "", url: String? = nil,
        status: Status = .confirmed
    ) {
        self.uid = uid
        self.stamp = stamp
        self.sequence = sequence
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.summary = summary
        self.location = location
        self.latitude = latitude
        self.longitude = longitude
        self.description = description
        self.url = url
        self.status = status
    }

    /// A session as everybody may see it.
    ///
    /// - Parameter url: the session's page.
    public init(
        _ session: Session, in language: Language, uid: String, stamp: Date, sequence: Int, url: String,
        status: Status? = nil
    ) {
        let phrases = SessionPhrases(language)
        let venue = session.venue
        let access = phrases.access(to: venue)
        self.init(
            uid: uid, stamp: stamp, sequence: sequence, startsAt: session.startsAt, endsAt: session.endsAt,
            summary: session.title.typeset[language],
            location: "\(venue.name), \(session.room), \(phrases.address(of: venue))",
            latitude: venue.latitude, longitude: venue.longitude,
            description: ([session.summary.typeset[language]] + access + [url]).joined(separator: "\n"), url: url,
            status: status ?? (session.isCancelled ? .cancelled : .confirmed))
    }

    /// The entry of a session in the programme, which is everybody's.
    public static func uid(session: Session.ID, host: String) -> String { "session-\(session)@\(host)" }

    /// The entry that a sign-up puts into its attendee's calendar, by mail and from the ticket page alike.
    public static func uid(signUp: Int64, host: String) -> String {
        "\(Reference(signUp: signUp))@\(host)".lowercased()
    }

    /// The sequence of a sign-up's entry: seconds since it was made. Whatever happens to it later, or to its session, then
    /// has a higher one, without a counter for each sign-up.
    public static func sequence(signedUpAt: Date, changedAt: Date) -> Int {
        max(0, Int(changedAt.timeIntervalSince1970.rounded(.down) - signedUpAt.timeIntervalSince1970.rounded(.down)))
    }
}
