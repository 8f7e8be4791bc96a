public import Foundation

extension Letter {
    /// A message as it will look, with a session for an example and a sign-up that is nobody's.
    public static func sample(
        of message: Message.Version, about session: Session, _ language: Language, _ timeZone: TimeZone, now: Date
    ) throws -> Letter {
        let signUp = SignUpNews(
            id: 0, secretVersion: 0, status: .confirmed, places: 1, signedUpAt: now, position: nil, isInCalendar: false,
            session: session)
        let news = News(
            kind: .message, since: now, timeZone: timeZone, attendee: 0, signUps: [signUp], message: message)
        return Letter(
            id: 0, language: language, email: try EmailAddress("sample@example.org"), writtenAt: now, news: [news])
    }
}
