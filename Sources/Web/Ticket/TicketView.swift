import Foundation
import Presentation
import Registration
import RegistrationStore

/// A ticket, to its owner.
struct TicketView: Sendable {
    let notice: NoticeView?
    let kind: String
    let isGood: Bool
    let isWaiting: Bool
    let isMail = false
    let isRefused: Bool
    /// SVG of the door ticket's address, where it lets in.
    let code: String?
    let title: String
    let lead: String
    let session: String
    /// Where the session stands in the present programme.
    let sessionPath: String?
    let startsAt: String
    let day: String
    let times: String
    let venue: String
    let room: String
    let wayThere: WayThere?
    let position: String?
    let places: String
    let reference: String
    let name: String
    let calendar: String?
    let rule: RuleView?
    /// Where there is no place, or no session any more.
    let alternatives: [SessionView.Alternative]
    let hasAlternatives: Bool
    let hasSteps: Bool
    let steps: [Step]
    let deleted: String
    let programme: String
    let next: String

    struct WayThere: Sendable {
        let address: String
        let map: String
        let access: [String]
    }

    /// What can be changed, as links to pages that ask once.
    struct Step: Sendable {
        let path: String
        let label: String
    }

    /// - Parameters:
    ///   - token: The one that its owner came with.
    ///   - code: SVG.
    ///   - around: What else is on, if it is still the same edition's programme.
    init(
        _ ticket: HeldTicket, token: String, code: String, result: TicketResult? = nil, around: ProgrammeState,
        language: Language, now: Date
    ) {
        let moments = Moments(language, in: ticket.edition.timeZone)
        let texts = Texts.all.ticket
        let state = ticket.state(at: now)
        let session = ticket.session
        notice = result.map { NoticeView($0, language: language) }
        isGood = state == .confirmed
        (isWaiting, position) =
            if case .waiting(let position) = state {
                (true, SignUpPhrases(language).position(position))
            } else {
                (false, nil)
            }
        isRefused = !state.isLive
        kind = isGood ? "good" : isWaiting ? "waiting" : "refused"
        self.code = isGood ? code : nil
        switch state {
        case .confirmed:
            (title, lead) = (SignUpPhrases(language).youHave(ticket.places), texts.confirmedBody[language])
        case .waiting:
            (title, lead) = (Texts.all.outcome.waitingTitle[language], Texts.all.outcome.waitingBody[language])
        case .cancelled: (title, lead) = (texts.cancelledTitle[language], texts.cancelledBody[language])
        case .sessionCancelled:
            (title, lead) = (texts.sessionCancelledTitle[language], texts.sessionCancelledBody[language])
        case .over: (title, lead) = (texts.overTitle[language], texts.overBody[language])
        }
        self.session = session.title.typeset[language]
        let isInProgramme = around.programme.session(slug: session.slug)?.id == session.id
        sessionPath = isInProgramme ? PageAddress.session(slug: session.slug).path(language) : nil
        startsAt = moments.machineReadable(session.startsAt)
        day = SessionView.capitalized(moments.day(session.startsAt))
        times = moments.times(session.startsAt, session.endsAt)
        venue = session.venue.name
        room = session.room
        wayThere = state.isLive ? WayThere(session.venue, language: language) : nil
        places = language.number(ticket.places)
        reference = ticket.reference.description
        name = ticket.name
        calendar = isGood ? PageAddress.ticketCalendar(token: token).path(language) : nil
        let others =
            isInProgramme && (isWaiting || state == .sessionCancelled)
            ? around.alternatives(to: session, places: ticket.places, at: now) : []
        alternatives = others.map {
            SessionView.Alternative($0, around.tally(of: $0), moments: moments, now: now)
        }
        hasAlternatives = !alternatives.isEmpty
        rule = isWaiting ? RuleView(session, moments: moments, isOpen: true) : nil
        steps = state.isLive ? Self.steps(of: ticket, isWaiting: isWaiting, token: token, language) : []
        hasSteps = !steps.isEmpty
        deleted = TicketPhrases(language).deleted(on: moments.day(ticket.edition.deletionDay(of: ticket.status)))
        programme = PageAddress.programme.path(language)
        next = (state.isLive ? Texts.all.site.toProgramme : Texts.all.outcome.another)[language]
    }

    private static func steps(
        of ticket: HeldTicket, isWaiting: Bool, token: String, _ language: Language
    ) -> [Step] {
        let texts = Texts.all.ticket
        let fewer = ticket.places > 1 ? [(TicketStep.places, texts.fewer)] : []
        let steps = [(.cancel, isWaiting ? texts.leave : texts.cancel)] + fewer + [(.name, texts.rename)]
        return steps.map {
            Step(path: PageAddress.ticketStep(token: token, $0).path(language), label: $1[language])
        }
    }
}

extension TicketView.WayThere {
    init(_ venue: Venue, language: Language) {
        let phrases = SessionPhrases(language)
        address = phrases.address(of: venue)
        access = phrases.access(to: venue)
        let place = String(format: "%.5f/%.5f", venue.latitude, venue.longitude).split(separator: "/")
        map = "https://www.openstreetmap.org/?mlat=\(place[0])&mlon=\(place[1])#map=18/\(place[0])/\(place[1])"
    }
}

/// What the ticket page says first, after a change.
enum TicketResult: String, Sendable {
    case name, places, switched, unchanged
}

extension NoticeView {
    init(_ result: TicketResult, language: Language) {
        let texts = Texts.all.change
        let (title, body) =
            switch result {
            case .name: (texts.nameDone, texts.doneBody)
            case .places: (texts.fewerDone, texts.doneBody)
            case .switched: (texts.switchDone, texts.switchDoneBody)
            case .unchanged: (texts.nothingDone, texts.nothingBody)
            }
        self.init(kind: "info", title: title[language], body: body[language])
    }

    /// A notice of one sentence, or of one field that is wrong.
    init(kind: String, title: String, body: String?, errors: [FieldError] = []) {
        self.kind = kind
        self.title = title
        self.body = body
        self.errors = errors
        hasErrors = !errors.isEmpty
    }
}
