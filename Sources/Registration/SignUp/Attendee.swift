public import Foundation

/// One line of a session's attendee list.
public struct Attendee: Hashable, Sendable {
    public let reference: Reference
    public let name: String
    public let email: String
    public let places: Int
    public let status: SignUp.Status
    /// On the waiting list, counted from 1; `nil` for those who have a place.
    public let position: Int?
    public let language: Language
    /// What they need to take part, where they said so.
    public let signedUpAt: Date

    public init(
        reference: Reference, name: String, email: String, places: Int, status: SignUp.Status, position: Int?,
        language: Language, signedUpAt: Date
    ) {
        self.reference = reference
        self.name = name
        self.email = email
        self.places = places
        self.status = status
        self.position = position
        self.language = language
        self.signedUpAt = signedUpAt
    }
}
