public import Foundation

/// What can be changed of a session.
public struct SessionFacts: Hashable, Sendable {
    public let title: Localized
    public let summary: Localized
    public let format: Format
    public let theme: Theme
    /// The host's name.
    public let host: String
    /// The venue's slug.
    public let venue: String
    /// The room's name.
    public let room: String
    public let startsAt: Date
    public let endsAt: Date
    public let capacity: Int
    public let language: Language
    public let hasSignLanguage: Bool
    public let hasWaitingList: Bool
    public let audience: String?
    /// `nil`: with the edition.
    public let signUpsOpenAt: Date?
    /// `nil`: one hour before the start.
    public let signUpsCloseAt: Date?
    public let isPublished: Bool
    public let isCancelled: Bool

    public init(
        title: Localized, summary: Localized, format: Format, theme: Theme, host: String, venue: String, room: String,
        startsAt: Date, endsAt: Date, capacity: Int, language: Language, hasSignLanguage: Bool, hasWaitingList: Bool,
        audience: String?, signUpsOpenAt: Date?, signUpsCloseAt: Date?, isPublished: Bool, isCancelled: Bool
    ) {
        self.title = title
        self.summary = summary
        self.format = format
        self.theme = theme
        self.host = host
        self.venue = venue
        self.room = room
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.capacity = capacity
        self.language = language
        self.hasSignLanguage = hasSignLanguage
        self.hasWaitingList = hasWaitingList
        self.audience = audience
        self.signUpsOpenAt = signUpsOpenAt
        self.signUpsCloseAt = signUpsCloseAt
        self.isPublished = isPublished
        self.isCancelled = isCancelled
    }
}
