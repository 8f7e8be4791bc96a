internal import Foundation
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// Which sessions a calendar, a feed or an embedded programme shows, from the parameters of its address: the programme's own
/// filters, and venues and hosts for those who show their own sessions.
struct SessionSelection: Hashable, Sendable {
    private let filter: ProgrammeFilter
    private let venues: Set<String>
    private let hosts: Set<String>

    /// - Throws: `Refusal.notFound` for a choice that there isn't: a calendar that silently held everything would be no help.
    init(_ request: Request) throws(Refusal) {
        let text = request.uri.query ?? ""
        guard text.utf8.count <= QueryText.limit else { throw .notFound }
        // An empty value is a field left empty in a form.
        let fields = QueryText.fields(of: text).filter { !$0.1.isEmpty }
        for (name, value) in fields {
            if let facet = Facet(rawValue: name), Choice(facet, code: value) == nil { throw .notFound }
        }
        filter = ProgrammeQuery.read(text).query.filter
        venues = Set(fields.filter { $0.0 == "venue" }.map(\.1))
        hosts = Set(fields.filter { $0.0 == "host" }.map { Self.short($0.1) })
    }

    /// The same for every order and spelling of the same selection: what pages are kept under.
    var key: String {
        let own = venues.sorted().map { ("venue", $0) } + hosts.sorted().map { ("host", $0) }
        return [ProgrammeQuery(filter).text, QueryText.of(own)].filter { !$0.isEmpty }.joined(separator: "&")
    }

    /// The sessions, in the order of the day.
    func sessions(
        in state: ProgrammeState, _ listings: Listings, _ language: Language, at now: Date
    ) -> [Session] {
        found(in: state, listings, language, at: now).filter { session in
            (venues.isEmpty || venues.contains(session.venue.slug))
                && (hosts.isEmpty || hosts.contains(Self.short(session.host.name)))
        }
    }

    /// What a page about these sessions has to follow, when it shows nothing of the places left itself.
    func version(of state: ProgrammeState, at now: Date) -> PageVersion {
        filter.facets.contains(.places)
            ? PageVersion(state.version.programme, tallies: state.version.tallies, at: now)
            : PageVersion(state.version.programme)
    }

    private func found(
        in state: ProgrammeState, _ listings: Listings, _ language: Language, at now: Date
    ) -> [Session] {
        guard !filter.isEmpty, !state.programme.sessions.isEmpty else { return state.programme.sessions }
        let listing = listings.listing(of: state.programme, language, at: now)
        let finding = listings.find(filter, in: listing, state, at: now)
        return finding.matches.positions.map { listing.index.sessions[$0] }
    }

    /// A host's name in small letters without accents, words joined by hyphens: `les-cartographes-du-commun`.
    static func short(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "fr"))
            .replacing("œ", with: "oe").replacing("æ", with: "ae")
            .split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }
}
