internal import Foundation
internal import Presentation
internal import Registration

/// What a letter does to its reader's calendar.
///
/// A message can carry one entry that calendars take up by themselves: iTIP knows one UID to a message (RFC 5546, section
/// 3.2). What is more than that is attached.
struct LetterCalendars {
    let invitation: CalendarFile?
    let attachments: [CalendarFile]

    private struct Entry {
        let signUp: SignUpNews
        let since: Date
        let timeZone: TimeZone
        let isHeld: Bool
    }

    /// - Parameter organizer: the bare mailbox that the mail comes from.
    init(of letter: Letter, addresses: LetterAddresses, organizer: String) {
        let entries = letter.news.flatMap(Self.entries)
        // Of two that tell of the same sign-up, the later one.
        let latest = Dictionary(entries.map { ($0.signUp.id, $0) }) { $0.since <= $1.since ? $1 : $0 }
        let held = latest.values.filter(\.isHeld).sorted { $0.signUp.session.startsAt < $1.signUp.session.startsAt }
        let ended = latest.values.filter { !$0.isHeld }.sorted { $0.signUp.id < $1.signUp.id }

        func file(_ method: CalendarFile.Method, _ entries: [Entry]) -> CalendarFile {
            CalendarFile(
                method: method, timeZone: entries[0].timeZone,
                events: entries.map { entry in
                    CalendarEvent(
                        entry.signUp.session, in: letter.language,
                        uid: CalendarEvent.uid(signUp: entry.signUp.id, host: addresses.host), stamp: entry.since,
                        sequence: CalendarEvent.sequence(
                            signedUpAt: entry.signUp.signedUpAt, changedAt: entry.since),
                        url: addresses.session(entry.signUp.session, letter.language),
                        status: entry.isHeld ? .confirmed : .cancelled)
                }, organizer: organizer, attendee: method == .publish ? nil : letter.email.text)
        }
        let cancellations = ended.map { file(.cancel, [$0]) }
        switch (held.count, ended.count) {
        case (0, 1):
            invitation = cancellations[0]
            attachments = []
        case (0, _):
            invitation = nil
            attachments = cancellations
        case (1, _):
            invitation = file(.request, held)
            attachments = cancellations
        default:
            invitation = nil
            attachments = [file(.publish, held)] + cancellations
        }
    }

    private static func entries(_ news: News) -> [Entry] {
        func entries(_ signUps: [SignUpNews], _ isHeld: Bool) -> [Entry] {
            signUps.map { Entry(signUp: $0, since: news.since, timeZone: news.timeZone, isHeld: isHeld) }
        }
        let confirmed = news.signUps.filter { $0.status == .confirmed }
        switch news.kind {
        case .confirmed, .promoted, .changed, .sessionChanged, .sessionRestored, .placeRenamed, .tickets:
            return entries(confirmed, true)
        case .switched: return entries(confirmed, true) + entries(news.others.filter(\.isInCalendar), false)
        case .day: return entries(news.answers.compactMap(\.signUp).filter { $0.status == .confirmed }, true)
        case .cancelled, .movedToWaiting, .sessionCancelled:
            return entries(news.signUps.filter(\.isInCalendar), false)
        case .waiting, .passedOver, .alreadySignedUp, .clash, .reminder, .addressLink, .message: return []
        }
    }
}
