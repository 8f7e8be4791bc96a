internal import Foundation
internal import Registration

struct EffectJSON: Decodable {
    let outcome: String
    let version, confirmed, waiting, moved, promoted, clashes: Int?
    let change: Int64?
    let fields: [String]?
    let problems: [RefusalJSON]?
    let letters: [PileJSON]?

    func effect() throws -> SessionEffect {
        SessionEffect(
            outcome: try word(outcome), version: version ?? 0, fields: fields ?? [],
            problems: try (problems ?? []).map { try $0.refusal() }, confirmed: confirmed ?? 0, waiting: waiting ?? 0,
            moved: moved ?? 0, promoted: promoted ?? 0, clashes: clashes ?? 0,
            letters: try (letters ?? []).map { try $0.pile() }, change: change)
    }
}

struct RefusalJSON: Decodable {
    let field: String?
    let code: String
    let detail: String?

    func refusal() throws -> SessionRefusal {
        SessionRefusal(field: field.flatMap(SessionField.init), code: try word(code), detail: detail ?? "")
    }
}

struct CreationJSON: Decodable {
    let outcome: String
    let change: Int64?
    let problems: [RefusalJSON]?

    func creation() throws -> SessionCreation {
        switch outcome {
        case "created": .created(change)
        case "no_edition": .noEdition
        case "refused": .refused(try (problems ?? []).map { try $0.refusal() })
        default: throw UnexpectedAnswer(function: "api.create_session", answer: outcome)
        }
    }
}

/// Letters of one kind (`app.letters_written`).
struct PileJSON: Decodable {
    struct Sample: Decodable {
        let language: String
        let count: Int
        let news: NewsJSON?
    }

    let kind: String
    let status: String?
    let clashes: Bool
    let count, unreachable: Int
    let samples: [Sample]

    func pile() throws -> LetterPile {
        let samples = try samples.compactMap { sample in
            try sample.news.map {
                LetterPile.Sample(
                    language: try word(sample.language), count: sample.count, news: try $0.news(.none, at: Date()))
            }
        }
        // What is in the letter by now says what it is called.
        return LetterPile(
            kind: try samples.first?.news.kind ?? word(kind), clashes: clashes, isWaiting: status == "waiting",
            count: count,
            unreachable: unreachable,
            samples: samples)
    }
}

struct ImportJSON: Decodable {
    struct Problem: Decodable {
        let line: Int?
        let code: String
        let detail: String?
    }

    struct Created: Decodable {
        let slug: String
    }

    struct Updated: Decodable {
        let slug: String
        let line: Int
        let changes: [Change]
        let told, clashes: Int?
    }

    struct Change: Decodable {
        let field: String
        let was, becomes: FactJSON?

        func change() -> FactChange { FactChange(field: field, was: was?.fact, becomes: becomes?.fact) }
    }

    struct Room: Decodable {
        let venue, venueName, room: String
        let capacity: Int
    }

    struct Host: Decodable {
        let name: String
        let was, becomes: FactJSON?
    }

    let problems: [Problem]?
    let created: [Created]?
    let updated: [Updated]?
    let unchanged, told, promoted: Int?
    let rooms: [Room]?
    let hosts: [Host]?
    let letters: [PileJSON]?
    let change: Int64?

    func effect() throws -> ImportEffect {
        ImportEffect(
            problems: (problems ?? []).map { ImportProblem(line: $0.line, code: $0.code, detail: $0.detail ?? "") },
            created: (created ?? []).map(\.slug),
            updated: (updated ?? []).map {
                ImportEffect.Update(
                    slug: $0.slug, line: $0.line, changes: $0.changes.map { $0.change() }, told: $0.told ?? 0,
                    clashes: $0.clashes ?? 0)
            },
            unchanged: unchanged ?? 0,
            rooms: (rooms ?? []).map {
                ImportEffect.MadeRoom(venue: $0.venue, venueName: $0.venueName, name: $0.room, capacity: $0.capacity)
            },
            hosts: (hosts ?? []).map { FactChange(field: $0.name, was: $0.was?.fact, becomes: $0.becomes?.fact) },
            told: told ?? 0, promoted: promoted ?? 0, letters: try (letters ?? []).map { try $0.pile() },
            change: change)
    }
}

/// A text, a number, or yes or no.
struct FactJSON: Decodable {
    let fact: Fact

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let answer = try? container.decode(Bool.self) {
            fact = .answer(answer)
        } else if let number = try? container.decode(Double.self) {
            fact = .number(number)
        } else {
            fact = .text(try container.decode(String.self))
        }
    }
}

extension ProgrammeState {
    /// Of no programme: a letter's sample then offers no other sessions.
    fileprivate static var none: ProgrammeState {
        ProgrammeState(programme: .empty, tallies: [:], talliesVersion: 0, freshUntil: .now)
    }
}
