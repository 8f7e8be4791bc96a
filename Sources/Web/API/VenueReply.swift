internal import Registration

/// A venue as the API shows it.
struct VenueReply: Encodable, Sendable {
    let slug: String
    let name: String
    let address: String
    let postcode: String
    let city: String
    let arrondissement: Int
    let latitude: Double
    let longitude: Double
    let wheelchairAccessible: Bool?
    let hearingLoop: Bool?
    let accessNotes: String?

    private enum CodingKeys: String, CodingKey {
        case slug, name, address, postcode, city, arrondissement, latitude, longitude
        case wheelchairAccessible = "wheelchair_accessible"
        case hearingLoop = "hearing_loop"
        case accessNotes = "access_notes"
    }

    init(_ venue: Venue) {
        (slug, name, address, postcode) = (venue.slug, venue.name, venue.address, venue.postcode)
        (city, arrondissement) = (venue.city, venue.arrondissement)
        (latitude, longitude) = (venue.latitude, venue.longitude)
        (wheelchairAccessible, hearingLoop) = (venue.isWheelchairAccessible, venue.hasHearingLoop)
        accessNotes = venue.accessNotes
    }
}
