internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// One step of saving a venue or a room: at once where nobody has to be told, and otherwise after a yes to the effect that was
/// shown.
enum PlaceStep {
    case done(PlaceEffect)
    /// - hasGrown: A yes was given, but to fewer people.
    case ask(PlaceEffect, hasGrown: Bool)
    case unchanged, outdated, unknown, taken
    case belowSession(String, capacity: Int)

    /// - Parameter isNew: There is nothing yet that somebody else could have changed.
    static func take(
        _ fields: FormFields, isNew: Bool, save: (PlaceTerms) async throws -> PlaceSaving
    ) async throws -> PlaceStep {
        let isYes = fields["step"] == "yes"
        let terms = PlaceTerms(
            version: isNew ? nil : Int(fields["version"]) ?? 0, agreed: isYes ? Int(fields["told"]) ?? 0 : 0)
        return switch try await save(terms) {
        case .saved(let effect): .done(effect)
        case .moreAffected(let effect): .ask(effect, hasGrown: isYes)
        case .unchanged: .unchanged
        case .outdated: .outdated
        case .unknown: .unknown
        case .taken: .taken
        case .belowSession(let slug, let capacity): .belowSession(slug, capacity: capacity)
        }
    }
}

extension EffectView {
    /// What another name or address means for people, before it is saved.
    init(
        _ effect: PlaceEffect, _ question: Question, about: String, back: String, changes: [Change],
        notice: NoticeView?, version: String, _ language: Language
    ) throws {
        let phrases = ChangePhrases(language, in: .gmt)
        self.init(
            notice: notice, question, about: about, back: back, changes: changes,
            sentences: [phrases.told(effect.told, sessions: effect.sessions)]
                + DeskPhrases(language, in: .gmt).letters(effect.letters),
            piles: try effect.letters.map { try LetterPileView($0, language) },
            hidden: [.init(name: "version", value: version), .init(name: "told", value: String(effect.told))])
    }
}
