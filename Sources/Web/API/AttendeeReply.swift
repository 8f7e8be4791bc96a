internal import Foundation
internal import Registration
internal import RegistrationStore

/// One line of a session's attendee list, for a program with a token that may read it.
struct AttendeeReply: Encodable, Sendable {
    let reference: String
    let name: String
    let email: String
    let places: Int
    let status: String
    let position: Int?
    let language: String
    let signedUpAt: String

    private enum CodingKeys: String, CodingKey {
        case reference, name, email, places, status, position, language
        case signedUpAt = "signed_up_at"
    }

    init(_ attendee: Attendee, dates: Date.ISO8601FormatStyle) {
        reference = attendee.reference.description
        (name, email, places) = (attendee.name, attendee.email, attendee.places)
        (status, position) = (attendee.status.rawValue, attendee.position)
        language = attendee.language.rawValue
        signedUpAt = attendee.signedUpAt.formatted(dates)
    }
}

/// How many of those who come to a session tell of one kind of need.
struct NeedReply: Encodable, Sendable {
    let need: String
    let signUps: Int
    let notes: [String]

    private enum CodingKeys: String, CodingKey {
        case need, notes
        case signUps = "sign_ups"
    }

    init(_ count: NeedCount) {
        (need, signUps, notes) = (count.kind.rawValue, count.signUps, count.notes)
    }
}
