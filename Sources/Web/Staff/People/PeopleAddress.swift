import Registration

/// Where the staff's pages about people are. No name, address or number of a person is in a path: what was looked for is sealed.
enum PeopleAddress: Hashable, Sendable {
    case search
    case found(SealedSearch, byLatest: Bool, page: Int)
    case person(Int64)
    case contact(Int64)
    case notes(Int64)
    case deleteNote(Int64, note: Int64)
    case restoreNote(Int64, note: Int64)
    /// What a sign-up of a person's is to become.
    case step(Int64, Reference, SignUpStep)
    case ticket(Int64, Reference)
    case signUp(session: String?, person: Int64?)
    case session(String)
    case waitingList(String)
    case messages
    case message(Int64)
    case write(MessageSelection)
    /// The hosts, to be written to.
    case hostLetters
    /// Where a host's address is posted.
    case hostContact(Int64)

    var path: String {
        switch self {
        case .search: "/staff/people"
        case .found(let search, let byLatest, let page):
            "/staff/people"
                + QueryText.suffix([
                    ("q", search.token), ("order", byLatest ? "latest" : nil), ("page", page > 1 ? String(page) : nil),
                ])
        case .person(let id): "/staff/people/\(id)"
        case .contact(let id): "/staff/people/\(id)/contact"
        case .notes(let id): "/staff/people/\(id)/notes"
        case .deleteNote(let id, let note): "/staff/people/\(id)/notes/\(note)/delete"
        case .restoreNote(let id, let note): "/staff/people/\(id)/notes/\(note)/restore"
        case .step(let id, let reference, let step): "/staff/people/\(id)/sign-ups/\(reference)/\(step.rawValue)"
        case .ticket(let id, let reference): "/staff/people/\(id)/sign-ups/\(reference)/ticket"
        case .signUp(let session, let person):
            "/staff/sign-ups/new" + QueryText.suffix([("session", session), ("person", person.map(String.init))])
        case .session(let slug): "/staff/sessions/\(PageAddress.segment(slug))/people"
        case .waitingList(let slug): "/staff/sessions/\(PageAddress.segment(slug))/waiting-list"
        case .messages: "/staff/messages"
        case .message(let id): "/staff/messages/\(id)"
        case .write(let selection): "/staff/messages/new" + QueryText.suffix(selection.fields.map { ($0.0, $0.1) })
        case .hostLetters: "/staff/hosts/letters"
        case .hostContact(let id): "/staff/hosts/\(id)/contact"
        }
    }
}

/// What staff can do with a sign-up, by the last part of the address.
enum SignUpStep: String, CaseIterable, Hashable, Sendable {
    case cancel, places, move
    case moveUp = "move-up"
    /// Undo; without a page of their own.
    case restore
    case putBack = "put-back"

    /// Whether a page asks first.
    var asks: Bool { self != .restore && self != .putBack }
}

extension MessageSelection {
    /// As the names and values of a form or an address.
    var fields: [(String, String)] {
        sessions.map { ("session", $0) } + themes.map { ("theme", $0.rawValue) } + venues.map { ("venue", $0) }
            + statuses.map { ("to", $0.rawValue) }
    }

    /// - Parameter all: The values of a name.
    init(_ all: (String) -> [String]) {
        let statuses = all("to")
        self.init(
            sessions: all("session").filter { !$0.isEmpty }, themes: all("theme").compactMap(Theme.init(rawValue:)),
            venues: all("venue").filter { !$0.isEmpty },
            toConfirmed: statuses.isEmpty || statuses.contains("confirmed"), toWaiting: statuses.contains("waiting"))
    }
}
