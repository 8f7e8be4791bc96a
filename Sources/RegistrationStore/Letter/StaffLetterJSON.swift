internal import Foundation
internal import Postgres
internal import Registration

/// A letter to staff as `api.staff_letter` gives it: what it tells depends on its kind.
struct StaffLetterJSON: Decodable {
    private let id: Int64
    private let language, email: String
    private let told: StaffNews

    private enum Key: String, CodingKey {
        case id, language, email, kind, news
    }

    init(from decoder: any Decoder) throws {
        let letter = try decoder.container(keyedBy: Key.self)
        id = try letter.decode(Int64.self, forKey: .id)
        language = try letter.decode(String.self, forKey: .language)
        email = try letter.decode(String.self, forKey: .email)
        let kind = try letter.decode(String.self, forKey: .kind)
        switch kind {
        case "invitation": told = .invitation(try letter.decode(LinkJSON.self, forKey: .news).account())
        case "reset": told = .reset(try letter.decode(LinkJSON.self, forKey: .news).account())
        case "host_doors": told = .hostDoors(try letter.decode(HostDoorsJSON.self, forKey: .news).news())
        case "message_test": told = .messageTest(try letter.decode(MessageTestJSON.self, forKey: .news).news())
        case "night_written": told = .nightWritten(try letter.decode(NightJSON.self, forKey: .news).news())
        case "night_failed": told = .nightFailed(try letter.decode(NightJSON.self, forKey: .news).news())
        default: throw UnexpectedAnswer(function: "api.staff_letter", answer: kind)
        }
    }

    func letter() throws -> StaffLetter {
        guard let language = Language(rawValue: language) else {
            throw UnexpectedAnswer(function: "api.staff_letter", answer: language)
        }
        return StaffLetter(id: id, language: language, email: try EmailAddress(email), news: told)
    }
}

private struct LinkJSON: Decodable {
    let link: UUID
    let role: String
    let venues: [String]
    let expiresAt: Double
    let timeZone: String

    func account() throws -> AccountLink {
        guard let role = StaffRole(rawValue: role), let zone = TimeZone(identifier: timeZone) else {
            throw UnexpectedAnswer(function: "api.staff_letter", answer: role)
        }
        return AccountLink(
            id: link, role: role, venues: venues, expiresAt: instant(expiresAt), timeZone: zone)
    }
}
