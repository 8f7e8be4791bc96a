internal import Postgres
internal import Registration

struct NameJSON: Decodable {
    let fr, en: String

    var name: Localized { Localized(french: fr, english: en) }
}

struct ChangeJSON: Decodable {
    let id: Int64
    let kind: String
    let madeAt: Double
    let actor: String
    let who: String?
    let isUndone: Bool
    let made, changed, removed: Int
    let names: [NameJSON]

    func change() throws -> ProgrammeChange {
        ProgrammeChange(
            id: id, kind: try word(kind), madeAt: instant(madeAt), actor: actor, who: who, isUndone: isUndone,
            made: made, changed: changed, removed: removed, names: names.map(\.name))
    }
}

struct UndoJSON: Decodable {
    struct Object: Decodable {
        let kind: String
        let name: NameJSON?
        let who: String?
        let at: Double?

        func object() throws -> UndoEffect.Object {
            UndoEffect.Object(kind: try word(kind), name: name?.name, who: who, at: at.map(instant))
        }
    }

    struct Part: Decodable {
        let kind: String
        let name: NameJSON?
        let made, gone: Bool
        let changes: [ImportJSON.Change]

        func part() throws -> UndoEffect.Part {
            UndoEffect.Part(
                kind: try word(kind), name: name?.name, isMade: made, isGone: gone,
                changes: changes.map { $0.change() })
        }
    }

    let outcome: String
    let kind, actor, who, reason, slug: String?
    let madeAt: Double?
    let objects: [Object]?
    let parts: [Part]?
    let told, clashes, moved, promoted, kept: Int?
    let change: Int64?
    let letters: [PileJSON]?

    /// `nil`: there is no such change any more.
    func effect() throws -> UndoEffect? {
        guard let kind, let madeAt, let actor else { return nil }
        return UndoEffect(
            outcome: try word(outcome), kind: try word(kind), madeAt: instant(madeAt), actor: actor, who: who,
            objects: try (objects ?? []).map { try $0.object() }, obstacle: reason.map(Self.obstacle),
            parts: try (parts ?? []).map { try $0.part() }, told: told ?? 0, clashes: clashes ?? 0,
            moved: moved ?? 0, promoted: promoted ?? 0, kept: kept, letters: try (letters ?? []).map { try $0.pile() },
            session: slug, change: change)
    }

    /// - Parameter constraint: the name of the one that stood in the way.
    private static func obstacle(_ constraint: String) -> UndoEffect.Obstacle {
        switch constraint {
        case "session_alone_in_room": .roomTaken
        case "session_fits_room": .roomTooSmall
        case "session_slug", "host_name", "room_name", "venue_slug", "notice_one_each": .nameTaken
        default: .missing
        }
    }
}

struct PartSinceJSON: Decodable {
    let was, `is`: [String: FactJSON?]?
    let at: Double
    let by: String?

    func since() -> PartSince {
        func facts(_ object: [String: FactJSON?]?) -> [String: Fact]? {
            object.map { $0.compactMapValues { $0?.fact } }
        }
        return PartSince(was: facts(was), now: facts(self.is), at: instant(at), by: by)
    }
}
