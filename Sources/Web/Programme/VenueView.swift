import Foundation
import Presentation
import Registration

/// A venue: where it is, how one gets in, and what is on.
struct VenueView: Sendable {
    let name: String
    let district: String
    let address: String
    let hasAccess: Bool
    let access: [String]
    let openMap: String
    let extent: String?
    /// The sessions as the programme shows them, made already.
    let list: String
    let programme: String

    init(_ venue: Venue, sessions: Int, list: String, language: Language) {
        let phrases = SessionPhrases(language)
        name = venue.name
        district = venue.district(in: language)
        address = phrases.address(of: venue)
        access = phrases.access(to: venue)
        hasAccess = !access.isEmpty
        openMap = Self.openStreetMap(latitude: venue.latitude, longitude: venue.longitude)
        extent = sessions == 0 ? nil : SignUpPhrases(language).sessions(sessions)
        self.list = list
        programme = PageAddress.programme.path(language)
    }

    /// A marker at the place, and the map around it; five decimals are a metre.
    static func openStreetMap(latitude: Double, longitude: Double) -> String {
        let (north, east) = (String(format: "%.5f", latitude), String(format: "%.5f", longitude))
        return "https://www.openstreetmap.org/?mlat=\(north)&mlon=\(east)#map=17/\(north)/\(east)"
    }
}
