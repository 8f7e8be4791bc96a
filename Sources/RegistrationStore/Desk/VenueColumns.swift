internal import Registration

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
