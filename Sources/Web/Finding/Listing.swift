import Foundation
import Presentation
import Registration
import RegistrationStore

/// What pages about the programme are put together from, in one language: made again only when the programme changes.
struct Listing: Sendable {
    let page: ProgrammePage
    let index: SessionIndex
    /// `nil` while there is no session to be found.
    let panel: FilterPanel?

    /// What it was made from, besides the language.
    struct Version: Hashable, Sendable {
        let programme: Int
        /// When sign-ups open, which the page says until then.
        let opening: Date?
        let notices: [Notice]

        init(_ programme: Programme, at now: Date) {
            self.programme = programme.version
            opening = programme.opening(at: now)
            notices = programme.notices(at: now)
        }
    }
}

/// The listings of the programme that is shown, and what searches in them need.
final class Listings: Sendable {
    private let pages: Pages
    private let listings = LanguageCache<Listing.Version, Listing>()
    private let lexicons = LanguageCache<Int, Lexicon>()
    private let withPlaces = LanguageCache<PageVersion, SessionSet>()

    init(pages: Pages) { self.pages = pages }

    func listing(of programme: Programme, _ language: Language, at now: Date) -> Listing {
        listings.value(language, for: Listing.Version(programme, at: now)) {
            pages.listing(of: programme, language, now: now)
        }
    }

    /// What a filter finds in a listing.
    func find(_ filter: ProgrammeFilter, in listing: Listing, _ state: ProgrammeState, at now: Date) -> Finding {
        let language = listing.page.language
        let version = PageVersion(state.version.programme, tallies: state.version.tallies, at: now)
        let places = withPlaces.value(language, for: version) {
            listing.index.sessions { state.placesLeft(in: $0, at: now) > 0 }
        }
        let words = filter.words.isEmpty ? nil : lexicon(of: listing, state).sessions(matching: filter.words)
        return listing.index.find(filter, withWords: words, withPlaces: places)
    }

    private func lexicon(of listing: Listing, _ state: ProgrammeState) -> Lexicon {
        let language = listing.page.language
        return lexicons.value(language, for: state.version.programme) {
            Lexicon(listing.index.sessions.map { $0.findable(in: language) })
        }
    }
}

extension ProgrammeState {
    /// Places that can still be had: none where the session is cancelled or its sign-ups have closed.
    func placesLeft(in session: Session, at now: Date) -> Int {
        session.signUpPhase(at: now) == .closed ? 0 : tally(of: session).placesLeft
    }
}

extension Session {
    /// The texts that words are looked for in.
    fileprivate func findable(in language: Language) -> [String] {
        [
            title[language], summary[language], host.name, venue.nameAndDistrict(in: language), theme.name[language],
            format.name[language],
        ]
    }
}
