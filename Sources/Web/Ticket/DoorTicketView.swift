import Foundation
import Presentation
import Registration

/// A ticket as whoever scans its code sees it: what the door has to know, and no name.
struct DoorTicketView: Sendable {
    let kind: String
    let isGood: Bool
    let isWaiting: Bool
    let isMail = false
    let isRefused: Bool
    let code: String?
    let state: String
    let session: String
    let startsAt: String
    let day: String
    let times: String
    let venue: String
    let room: String

    init(_ ticket: HeldTicket, code: String, language: Language, now: Date) {
        let moments = Moments(language, in: ticket.edition.timeZone)
        let texts = Texts.all.ticket
        let session = ticket.session
        let state = ticket.state(at: now)
        isGood = state == .confirmed
        isWaiting = state.isLive && !isGood
        isRefused = !state.isLive
        kind = isGood ? "good" : isWaiting ? "waiting" : "refused"
        self.code = isGood ? code : nil
        self.state =
            switch state {
            case .confirmed: TicketPhrases(language).goodFor(ticket.places)
            case .waiting: texts.doorWaiting[language]
            case .cancelled: texts.doorCancelled[language]
            case .sessionCancelled: texts.sessionCancelledTitle[language]
            case .over: texts.overTitle[language]
            }
        self.session = session.title.typeset[language]
        startsAt = moments.machineReadable(session.startsAt)
        day = SessionView.capitalized(moments.day(session.startsAt))
        times = moments.times(session.startsAt, session.endsAt)
        venue = session.venue.name
        room = session.room
    }
}
