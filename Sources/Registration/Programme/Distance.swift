internal import Foundation

extension Venue {
    /// The straight way to another venue, in metres (haversine, on a sphere of 6,371 km).
    public func metres(to other: Venue) -> Double {
        let radians = { (degrees: Double) in degrees * .pi / 180 }
        let height = sin(radians(other.latitude - latitude) / 2)
        let width = sin(radians(other.longitude - longitude) / 2)
        let chord = height * height + cos(radians(latitude)) * cos(radians(other.latitude)) * width * width
        return 2 * 6_371_000 * asin(min(1, chord.squareRoot()))
    }
}
