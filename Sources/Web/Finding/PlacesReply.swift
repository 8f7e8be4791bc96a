import Foundation
import Presentation
import Registration
import RegistrationStore

/// What open pages fetch to stay current: for each session the words to show, and the style sheet's class for them; and for
/// each arrondissement where something goes on what the map's `data-area` elements show.
/// Ready words, so that the script needs no language and no rule.
struct PlacesReply: Encodable {
    let sessions: [String: [String]]
    let areas: [String: Area]

    struct Area: Encodable {
        let places: String
        let count: String
        let title: String
        let shade: String
    }

    /// - Parameter found: What a map shows; of the shared resource, everything.
    init(_ state: ProgrammeState, found: [Session], _ language: Language, at now: Date) {
        let pairs = found.map { session in
            let availability = Availability(session, state.tally(of: session), at: now)
            return (session.slug, [availability.text(in: language), availability.mark ?? ""])
        }
        sessions = Dictionary(uniqueKeysWithValues: pairs)
        let left = found.map { (session: $0, left: state.placesLeft(in: $0, at: now)) }
        let tallies = AreaTally.all(left, language).filter { !$0.isEmpty }
        areas = Dictionary(
            uniqueKeysWithValues: tallies.map { tally in
                (
                    String(tally.arrondissement),
                    Area(places: tally.places, count: tally.placesLeft, title: tally.title, shade: tally.shade)
                )
            })
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        // The same places make the same bytes, and so the same ETag.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}
