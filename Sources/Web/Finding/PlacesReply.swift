import Foundation
import Presentation
import Registration
import RegistrationStore

/// What open pages fetch to stay current: for each session the words to show, and the style sheet's class for them.
/// Ready words, so that the script needs no language and no rule.
struct PlacesReply: Encodable {
    let sessions: [String: [String]]

    init(_ state: ProgrammeState, _ language: Language, at now: Date) {
        let pairs = state.programme.sessions.map { session in
            let availability = Availability(session, state.tally(of: session), at: now)
            return (session.slug, [availability.text(in: language), availability.mark ?? ""])
        }
        sessions = Dictionary(uniqueKeysWithValues: pairs)
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        // The same places make the same bytes, and so the same ETag.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}
