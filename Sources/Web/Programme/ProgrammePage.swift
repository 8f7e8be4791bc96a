import Foundation
import Presentation
import Registration

/// The programme's page with gaps where the places left and the filters' counts go.
///
/// Everything else changes only with the programme, while the places change with every sign-up: so the template is rendered
/// once, and an up-to-date page is put together from pieces. So are the pages that show some of the sessions.
struct ProgrammePage: Sendable {
    /// What the template puts between pieces; no text can hold it, since `HTMLText` drops it.
    static let cut = "\0"

    let language: Language
    private let head: Substring
    private let views: Substring
    private let hours: [Hour]
    private let cards: [Card]
    private let tail: Substring

    private struct Hour {
        let opening: Substring
        let cards: Range<Int>
        let closing: Substring
    }

    fileprivate struct Card {
        let session: Session
        let hour: Int
        let before: Substring
        let after: Substring
    }

    /// - Parameter sessions: For each hour of the page, in its order.
    init(rendered: String, sessions: [[Session]], language: Language) {
        self.language = language
        var pieces = rendered.split(separator: "\0", omittingEmptySubsequences: false)[...]
        func next() -> Substring { pieces.popFirst() ?? "" }
        head = next()
        views = next()
        var hours: [Hour] = []
        var cards: [Card] = []
        for sessions in sessions {
            let opening = next()
            let first = cards.count
            for session in sessions {
                cards.append(Card(session: session, hour: hours.count, before: next(), after: next()))
            }
            hours.append(Hour(opening: opening, cards: first..<cards.count, closing: next()))
        }
        (self.hours, self.cards, tail) = (hours, cards, next())
    }

    /// The sessions in the order of the page, which is that of an index for it.
    var sessions: [Session] { cards.map(\.session) }

    /// The page as it is now.
    ///
    /// - Parameters:
    ///   - panel: The filters; empty where there is nothing to filter.
    ///   - tally: How full a session is; `nil` counts as empty.
    func html(panel: String, at now: Date, tally: (Session.ID) -> Tally?) -> String {
        var html = ""
        html.reserveCapacity(head.utf8.count + panel.utf8.count + views.utf8.count + cards.count * 600)
        html += head
        html += panel
        html += views
        for hour in hours {
            html += hour.opening
            for card in cards[hour.cards] { card.write(to: &html, language, at: now, tally: tally) }
            html += hour.closing
        }
        html += tail
        return html
    }

    /// Some of the sessions, under their hours.
    ///
    /// - Parameter positions: In the order of the page.
    func list(of positions: some Sequence<Int>, at now: Date, tally: (Session.ID) -> Tally?) -> String {
        var html = ""
        var current: Hour?
        var currentNumber = -1
        for position in positions {
            let card = cards[position]
            if card.hour != currentNumber {
                if let current { html += current.closing }
                (current, currentNumber) = (hours[card.hour], card.hour)
                html += hours[card.hour].opening
            }
            card.write(to: &html, language, at: now, tally: tally)
        }
        if let current { html += current.closing }
        return html
    }
}

extension ProgrammePage.Card {
    fileprivate func write(
        to html: inout String, _ language: Language, at now: Date, tally: (Session.ID) -> Tally?
    ) {
        let availability = Availability(session, tally(session.id) ?? Tally(capacity: session.capacity), at: now)
        html += before
        html += "<p class=\"p"
        if let mark = availability.mark {
            html += " "
            html += mark
        }
        html += "\">"
        html += availability.text(in: language)
        html += "</p>"
        html += after
    }
}

extension Availability {
    /// The style sheet's class; `nil` where nothing stands out.
    var mark: String? {
        switch self {
        case .open: nil
        case .lastPlaces: "few"
        case .waitingList, .full, .closed, .over, .cancelled, .notYetOpen: "none"
        }
    }
}
