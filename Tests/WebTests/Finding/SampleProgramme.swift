import Foundation
import Registration
import RegistrationStore

/// A programme of which only what matters is said.
enum SampleProgramme {
    static let zone = TimeZone(identifier: "Europe/Paris") ?? .gmt
    static let now = at(0)

    /// A moment on 26 December 2026, on the clock of Paris.
    static func at(_ hour: Int, _ minute: Int = 0) -> Date {
        Date(timeIntervalSince1970: 1_798_239_600 + Double(hour * 3600 + minute * 60))
    }

    static func venue(_ arrondissement: Int) -> Venue {
        Venue(
            slug: "venue-\(arrondissement)", name: "Venue \(arrondissement)", address: "1 rue", postcode: "75001",
            city: "Paris", arrondissement: arrondissement, latitude: 48.86, longitude: 2.34)
    }

    static func session(
        _ id: Int64, title: String = "Session", theme: Theme = .care, arrondissement: Int = 1, start: Date = at(10),
        minutes: Double = 60, opens: Date = at(0) - 3600
    ) -> Session {
        Session(
            id: id, slug: "session-\(id)", title: Localized(french: title, english: title),
            summary: Localized(french: "", english: ""), format: .workshop, theme: theme,
            host: Host(name: "Host", legalForm: .association), venue: venue(arrondissement), room: "Room \(id)",
            startsAt: start, endsAt: start + minutes * 60, capacity: 10, signUpsOpenAt: opens,
            signUpsCloseAt: at(23))
    }

    static func programme(_ sessions: [Session], notices: [Notice] = [], opens: Date? = nil) -> Programme {
        let day = CalendarDay(at(12), in: zone)
        return Programme(
            edition: Edition(id: 1, firstDay: day, lastDay: day, timeZone: zone, signUpsOpenAt: opens),
            sessions: sessions, venues: Array(Set(sessions.map(\.venue))), notices: notices, version: 1)
    }
}
