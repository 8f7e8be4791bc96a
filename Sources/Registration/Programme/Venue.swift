/// A public place with an address.
public struct Venue: Hashable, Sendable {
    public let slug: String
    public let name: String
    public let address: String
    public let postcode: String
    public let city: String
    /// 1 to 20 in Paris.
    public let arrondissement: Int
    /// Degrees, WGS 84.
    public let latitude: Double
    public let longitude: Double
    /// `nil` where nobody has told.
    public let isWheelchairAccessible: Bool?
    public let hasHearingLoop: Bool?
    public let accessNotes: String?

    public init(
        slug: String, name: String, address: String, postcode: String, city: String, arrondissement: Int,
        latitude: Double, longitude: Double, isWheelchairAccessible: Bool? = nil, hasHearingLoop: Bool? = nil,
        accessNotes: String? = nil
    ) {
        self.slug = slug
        self.name = name
        self.address = address
        self.postcode = postcode
        self.city = city
        self.arrondissement = arrondissement
        self.latitude = latitude
        self.longitude = longitude
        self.isWheelchairAccessible = isWheelchairAccessible
        self.hasHearingLoop = hasHearingLoop
        self.accessNotes = accessNotes
    }
}

extension Venue {
    /// The order of lists: by the number of the arrondissement, then by name.
    public func stands(before other: Venue) -> Bool {
        (arrondissement, name, slug) < (other.arrondissement, other.name, other.slug)
    }
}
