internal import Registration

/// Where a page of the organiser's desk is.
enum DeskAddress: Hashable, Sendable {
    case sessions(SessionQuery)
    case newSession
    case session(slug: String)
    /// What is done to a session, each asked on a page of its own.
    case step(slug: String, SessionStep)
    /// Where drafts are published together, by POST.
    case publication
    case venues(DeskQuery)
    case newVenue
    case venue(slug: String)
    /// Where a venue's rooms are posted.
    case rooms(venue: String)
    case hosts(DeskQuery)
    case host(id: Int64)
    case notices
    /// The form for a notice about something: `venue:SLUG` or `session:SLUG`.
    case notice(about: String)
    case clearNotice
    case importFile
    /// What was done to the programme.
    case changes(DeskQuery)
    case undoChange(ProgrammeChange.ID)

    var path: String {
        switch self {
        case .sessions(let query): "/staff/sessions" + query.suffix
        case .newSession: "/staff/sessions/new"
        case .session(let slug): "/staff/sessions/" + PageAddress.segment(slug)
        case .step(let slug, let step): "/staff/sessions/" + PageAddress.segment(slug) + "/\(step.rawValue)"
        case .publication: "/staff/sessions/publication"
        case .venues(let query): "/staff/venues" + query.suffix
        case .newVenue: "/staff/venues/new"
        case .venue(let slug): "/staff/venues/" + PageAddress.segment(slug)
        case .rooms(let slug): "/staff/venues/" + PageAddress.segment(slug) + "/rooms"
        case .hosts(let query): "/staff/hosts" + query.suffix
        case .host(let id): "/staff/hosts/\(id)"
        case .notices: "/staff/notices"
        case .notice(let about): "/staff/notices?about=" + PageAddress.segment(about)
        case .clearNotice: "/staff/notices/clear"
        case .importFile: "/staff/import"
        case .changes(let query): "/staff/changes" + query.suffix
        case .undoChange(let id): "/staff/changes/\(id)/undo"
        }
    }
}

/// What is done to a session with one click and a yes, by the last part of the page's address.
enum SessionStep: String, CaseIterable, Hashable, Sendable {
    case publish, withdraw, cancel, restore
}
