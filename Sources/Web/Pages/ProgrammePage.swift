import Foundation
import Presentation
import Registration

/// The programme's page with gaps where the places left go.
///
/// Everything else changes only with the programme, while the places change with every sign-up: so the template is rendered
/// once, and an up-to-date page is put together from pieces.
struct ProgrammePage: Sendable {
    /// What the template puts into each gap; no text can hold it, since `HTMLText` drops it.
    static let slot = "\0"

    let language: Language
    private let pieces: [Substring]
    private let sessions: [Session]

    /// - Parameter sessions: In the order of the gaps.
    init(rendered: String, sessions: [Session], language: Language) {
        self.language = language
        self.sessions = sessions
        pieces = rendered.split(separator: "\0", omittingEmptySubsequences: false)
    }

    /// The page as it is now.
    ///
    /// - Parameter tally: How full a session is; `nil` counts as empty.
    func html(at now: Date, tally: (Session.ID) -> Tally?) -> String {
        var html = ""
        html.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count + 60 })
        html += pieces[0]
        for (session, piece) in zip(sessions, pieces.dropFirst()) {
            let availability = Availability(session, tally(session.id) ?? Tally(capacity: session.capacity), at: now)
            html += "<p class=\"p"
            if let mark = availability.mark {
                html += " "
                html += mark
            }
            html += "\">"
            html += availability.text(in: language)
            html += "</p>"
            html += piece
        }
        return html
    }
}

extension Availability {
    /// The style sheet's class; `nil` where nothing stands out.
    var mark: String? {
        switch self {
        case .open: nil
        case .lastPlaces: "few"
        case .waitingList, .full, .closed, .cancelled, .notYetOpen: "none"
        }
    }
}
