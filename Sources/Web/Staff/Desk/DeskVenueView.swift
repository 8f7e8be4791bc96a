internal import Foundation
internal import Presentation
internal import Registration

/// A venue's page at the desk: what is known of it, and its rooms.
struct DeskVenueView: Sendable {
    let title: String
    let notice: NoticeView?
    let done: DoneView?
    let isNew: Bool
    let version: Int
    let people: String
    let hasPeople: Bool
    let action: String
    let fields: [DeskField]
    let rooms: [Room]
    let roomsAction: String
    let noticePath: String
    let back: String
    let submit: String

    /// A room's small form; its fields' ids end in its number, since there are many.
    struct Room: Sendable {
        let id: String
        let key: String
        let title: String
        let isNew: Bool
        let version: Int
        let sessions: String
        let fields: [Field]

        struct Field: Sendable {
            let name: String
            let label: String
            let value: String
            let maximum: Int
            let isNumber: Bool
            let problem: String?
            let theirs: String?
            /// The ids of what describes it.
            let describedBy: String?
        }
    }

    init(
        _ venue: DeskVenue?, _ form: VenueForm, version: Int?, problems: DeskProblems?,
        theirs: [VenueForm.Field: String],
        room: VenueWork.RoomAttempt?, notice: NoticeView?, done: DoneView?, in zone: TimeZone, _ language: Language
    ) {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: zone))
        title = venue?.venue.name ?? texts.newVenue[language]
        self.notice = notice
        self.done = done
        isNew = venue == nil
        self.version = version ?? venue?.version ?? 0
        let confirmed = venue?.confirmed ?? 0
        hasPeople = confirmed > 0
        people = hasPeople ? phrases.peopleThere(confirmed: confirmed, sessions: venue?.sessions ?? 0) : ""
        action = (venue.map { DeskAddress.venue(slug: $0.venue.slug) } ?? .newVenue).path
        fields = Self.fields(form, problems, theirs, isNew: venue == nil, language)
        let rooms = (venue?.rooms ?? []).map(Optional.init) + [nil]
        self.rooms =
            venue == nil
            ? [] : rooms.map { known in Room(known, typed: room.flatMap { $0.id == known?.id ? $0 : nil }, phrases) }
        roomsAction = venue.map { DeskAddress.rooms(venue: $0.venue.slug).path } ?? ""
        noticePath = venue.map { DeskAddress.notice(about: "venue:\($0.venue.slug)").path } ?? ""
        back = DeskAddress.venues(DeskQuery()).path
        submit = (venue == nil ? texts.create : texts.save)[language]
    }

    private static func fields(
        _ form: VenueForm, _ problems: DeskProblems?, _ theirs: [VenueForm.Field: String], isNew: Bool,
        _ language: Language
    ) -> [DeskField] {
        let texts = Texts.all.desk
        func line(_ field: VenueForm.Field, _ maximum: Int, isRequired: Bool = true) -> DeskField {
            DeskField(
                field.rawValue, .line(type: "text", maximum: maximum), value: form[field],
                problem: problems?[field.rawValue], isRequired: isRequired, theirs: theirs[field], language: language)
        }
        func answer(_ field: VenueForm.Field) -> DeskField {
            DeskField(
                field.rawValue, .choice, value: form[field], problem: problems?[field.rawValue], isRequired: false,
                choices: [
                    (
                        nil,
                        [("", texts.unknown[language]), ("yes", texts.yes[language]), ("no", texts.no[language])]
                    )
                ], theirs: theirs[field], language: language)
        }
        return [line(.name, 200), line(.address, 300), line(.postcode, 12), line(.city, 100)]
            + [line(.arrondissement, 2), line(.latitude, 20), line(.longitude, 20)]
            + [answer(.wheelchair), answer(.hearingLoop)]
            + [
                DeskField(
                    VenueForm.Field.accessNotes.rawValue, .lines(maximum: 1000), value: form[.accessNotes],
                    problem: problems?[VenueForm.Field.accessNotes.rawValue], isRequired: false,
                    theirs: theirs[.accessNotes], language: language)
            ] + (isNew ? [line(.slug, 120, isRequired: false)] : [])
    }

    /// What a field of a form says, as people read it.
    static func shown(_ field: VenueForm.Field, of form: VenueForm, _ language: Language) -> String {
        let texts = Texts.all.desk
        let isAnswer = [.wheelchair, .hearingLoop].contains(field)
        return switch form[field] {
        case "yes" where isAnswer: texts.yes[language]
        case "no" where isAnswer: texts.no[language]
        case "": isAnswer ? texts.unknown[language] : ChangePhrases(language, in: .gmt).value(nil, of: "")
        case let text: text
        }
    }
}

extension DeskVenueView.Room {
    fileprivate init(_ room: DeskRoom?, typed: VenueWork.RoomAttempt?, _ phrases: DeskPhrases) {
        let language = phrases.language
        let texts = Texts.all.desk
        id = room.map { String($0.id) } ?? ""
        key = room.map { String($0.id) } ?? "new"
        title = room?.name ?? texts.newRoom[language]
        isNew = room == nil
        version = typed?.version ?? room?.version ?? 0
        sessions = room.map { phrases.sessions($0.sessions) } ?? ""
        let form = typed?.form ?? room.map { RoomForm($0) } ?? RoomForm()
        let key = key
        func field(_ field: RoomForm.Field, _ label: Localized, maximum: Int) -> Field {
            let name = field.rawValue
            let problem = typed?.problems?[name]?.message(in: language)
            let theirs = typed?.theirs[field]
            let ids = [theirs.map { _ in "\(name)-\(key)-theirs" }, problem.map { _ in "\(name)-\(key)-error" }]
            let description = ids.compactMap(\.self)
            return Field(
                name: name, label: label[language], value: form[field], maximum: maximum, isNumber: field == .capacity,
                problem: problem, theirs: theirs,
                describedBy: description.isEmpty ? nil : description.joined(separator: " "))
        }
        fields = [
            field(.name, room == nil ? texts.newRoom : texts.room, maximum: 120),
            field(.capacity, texts.capacity, maximum: 6),
        ]
    }
}
