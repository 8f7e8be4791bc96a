internal import Foundation
internal import Registration

// The object of api.person, its names in camel case. Instants are seconds since 1970.

struct PersonJSON: Decodable {
    struct SignUpJSON: Decodable {
        let id: Int64
        let secretVersion, places: Int
        let status, name, language, route, slug, titleFr, titleEn, venue, room: String
        let createdAt, startsAt, endsAt: Double
        let cancelledAt, passedOverAt, movedUpAt: Double?
        let movedUpReason: String?
        let position: Int?
        let calledOff: Bool
    }

    struct LetterJSON: Decodable {
        let kind, state: String
        let titleFr, titleEn: String?
        let message: Int64?
        let writtenAt: Double
        let sentAt: Double?
    }

    struct NoteJSON: Decodable {
        let id: Int64
        let text: String
        let writtenAt: Double
        let deleted: Bool
        let titleFr, titleEn: String?
    }

    struct EntryJSON: Decodable {
        let at: Double
        let action, who: String
    }

    let id: Int64
    let email, telephone: String?
    let knownSince: Double
    let timeZone: String
    let signUps: [SignUpJSON]
    let letters: [LetterJSON]
    let notes: [NoteJSON]
    let history: [EntryJSON]

    func person() throws -> Person {
        Person(
            id: id, email: email, telephone: telephone.map(TelephoneNumber.init(stored:)),
            knownSince: instant(knownSince), timeZone: TimeZone(identifier: timeZone) ?? .gmt,
            signUps: try signUps.map { try $0.signUp() }, letters: try letters.map { try $0.letter() },
            notes: notes.map { note in
                PersonNote(
                    id: note.id, text: note.text, writtenAt: instant(note.writtenAt), isDeleted: note.deleted,
                    about: title(note.titleFr, note.titleEn))
            },
            history: history.map { HistoryEntry(at: instant($0.at), action: $0.action, who: $0.who) })
    }
}

extension PersonJSON.SignUpJSON {
    fileprivate func signUp() throws -> PersonSignUp {
        PersonSignUp(
            id: id, secretVersion: secretVersion, status: try word(status), places: places, name: name,
            language: try word(language), route: try word(route), signedUpAt: instant(createdAt),
            cancelledAt: cancelledAt.map(instant), passedOverAt: passedOverAt.map(instant),
            movedUpAt: movedUpAt.map(instant), movedUpBecause: try movedUpReason.map { try word($0) },
            position: position,
            session: BriefSession(
                slug: slug, title: Localized(french: titleFr, english: titleEn), startsAt: instant(startsAt),
                endsAt: instant(endsAt), venue: venue, room: room, isCalledOff: calledOff))
    }
}

extension PersonJSON.LetterJSON {
    fileprivate func letter() throws -> PersonLetter {
        PersonLetter(
            kind: try word(kind), about: title(titleFr, titleEn), message: message, writtenAt: instant(writtenAt),
            sentAt: sentAt.map(instant), state: try word(state))
    }
}

private func title(_ french: String?, _ english: String?) -> Localized? {
    french.map { Localized(french: $0, english: english ?? $0) }
}
