internal import Foundation
internal import Registration

/// A session's wishes as `api.change_session` and `api.create_session` take them.
struct WishesJSON: Encodable {
    let wishes: SessionWishes
    /// Only of a new session.
    var isPublished: Bool?

    private enum Key: String, CodingKey {
        case slug, titleFr, titleEn, summaryFr, summaryEn, format, theme, hostId, roomId, startsAt, endsAt, capacity
        case language, signLanguage, waitingList, audience, signUpsOpenAt, signUpsCloseAt, published
    }

    /// What is not there is null, so that it stands no longer.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        if isPublished != nil { try container.encode(wishes.slug, forKey: .slug) }
        try container.encode(wishes.title.french, forKey: .titleFr)
        try container.encode(wishes.title.english, forKey: .titleEn)
        try container.encode(wishes.summary.french, forKey: .summaryFr)
        try container.encode(wishes.summary.english, forKey: .summaryEn)
        try container.encode(wishes.format, forKey: .format)
        try container.encode(wishes.theme, forKey: .theme)
        try container.encode(wishes.host, forKey: .hostId)
        try container.encode(wishes.room, forKey: .roomId)
        try container.encode(wishes.startsAt, forKey: .startsAt)
        try container.encode(wishes.endsAt, forKey: .endsAt)
        try container.encode(wishes.capacity, forKey: .capacity)
        try container.encode(wishes.language, forKey: .language)
        try container.encode(wishes.hasSignLanguage, forKey: .signLanguage)
        try container.encode(wishes.hasWaitingList, forKey: .waitingList)
        try container.encode(wishes.audience, forKey: .audience)
        try container.encode(wishes.signUpsOpenAt, forKey: .signUpsOpenAt)
        try container.encode(wishes.signUpsCloseAt, forKey: .signUpsCloseAt)
        try container.encodeIfPresent(isPublished, forKey: .published)
    }

    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.dateEncodingStrategy = .iso8601
        return Array(try encoder.encode(self))
    }
}
