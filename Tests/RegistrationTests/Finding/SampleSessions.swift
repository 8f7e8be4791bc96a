import Foundation

@testable import Registration

/// Sessions of which only what matters is said.
enum Sample {
    static let timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt

    /// A moment on 26 December 2026, on the clock of Paris.
    static func at(_ hour: Int, _ minute: Int = 0) -> Date {
        Date(timeIntervalSince1970: 1_798_239_600 + Double(hour * 3600 + minute * 60))
    }

    static func venue(
        _ arrondissement: Int = 1, latitude: Double = 48.86, longitude: Double = 2.34, wheelchair: Bool? = nil,
        loop: Bool? = nil
    ) -> Venue {
        Venue(
            slug: "venue-\(arrondissement)", name: "Venue \(arrondissement)", address: "1 rue", postcode: "75001",
            city: "Paris", arrondissement: arrondissement, latitude: latitude, longitude: longitude,
            isWheelchairAccessible: wheelchair, hasHearingLoop: loop)
    }

    static func session(
        _ id: Int64, title: String = "Session", format: Format = .workshop, theme: Theme = .care,
        host: String = "Host", venue: Venue = venue(), start: Date = at(10), language: Language = .french,
        hasSignLanguage: Bool = false, closesAt: Date = at(9), isCancelled: Bool = false
    ) -> Session {
        Session(
            id: id, slug: "session-\(id)", title: Localized(french: title, english: title),
            summary: Localized(french: "", english: ""), format: format, theme: theme,
            host: Host(name: host, legalForm: .association), venue: venue, room: "Room", startsAt: start,
            endsAt: start + 3600, capacity: 10, language: language, hasSignLanguage: hasSignLanguage,
            signUpsOpenAt: at(0), signUpsCloseAt: closesAt, isCancelled: isCancelled)
    }
}
