internal import Foundation
internal import Presentation
internal import Registration

/// The venues, as found, sorted and paged.
struct VenueListView: Sendable {
    let search: String
    let action: String
    let found: String
    let columns: [DeskColumn]
    let rows: [Row]
    let hasRows: Bool
    let pager: DeskPager?
    let new: String
    let importFile: String

    struct Row: Sendable {
        let path: String
        let name: String
        let arrondissement: String
        let rooms: Int
        let largest: String
        let sessions: Int
        let taken: String
    }

    init(_ venues: [DeskVenue], _ query: PlaceQuery, _ language: Language) {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: .gmt))
        let all = query.find(
            venues, text: { "\($0.venue.name) \($0.venue.address) \($0.venue.slug)" }, sessions: \.sessions,
            taken: \.confirmed)
        let page = DeskPage(all, page: query.page)
        search = query.search
        action = DeskAddress.venues(PlaceQuery()).path
        found = phrases.venues(all.count)
        func column(
            _ column: PlaceQuery.Column, _ label: Localized, isNumber: Bool = false, isSecondary: Bool = false
        ) -> DeskColumn {
            DeskColumn(
                label[language], path: DeskAddress.venues(query.sorted(by: column)).path,
                isSorted: query.sort == column, isDescending: query.isDescending, isNumber: isNumber,
                isSecondary: isSecondary)
        }
        columns = [
            column(.name, texts.venue), column(.usual, texts.arrondissement, isNumber: true),
            column(.sessions, texts.sessions, isNumber: true),
            column(.taken, texts.taken, isNumber: true),
        ]
        rows = page.items.map { venue in
            Row(
                path: DeskAddress.venue(slug: venue.venue.slug).path, name: venue.venue.name,
                arrondissement: language.ordinal(venue.venue.arrondissement), rooms: venue.rooms.count,
                largest: venue.rooms.map(\.capacity).max().map(language.number) ?? "",
                sessions: venue.sessions, taken: language.number(venue.confirmed))
        }
        hasRows = !rows.isEmpty
        pager = DeskPager(page.number, of: page.count, position: phrases.page(page.number, of: page.count)) {
            DeskAddress.venues(query.at(page: $0)).path
        }
        new = DeskAddress.newVenue.path
        importFile = DeskAddress.importFile.path
    }
}

/// A venue's page at the desk: what is known of it, and its rooms.
struct DeskVenueView: Sendable {
    let title: String
    let notice: NoticeView?
    let done: String
    let isDone: Bool
    let isNew: Bool
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
        let name: String
        let capacity: String
        let sessions: String
        let nameProblem: String
        let hasNameProblem: Bool
        let capacityProblem: String
        let hasCapacityProblem: Bool
    }

    init(
        _ venue: DeskVenue?, _ form: VenueForm, problems: DeskProblems?,
        room: (id: DeskRoom.ID?, form: RoomForm, problems: DeskProblems)?, isSaved: Bool, in zone: TimeZone,
        _ language: Language
    ) {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: zone))
        title = venue?.venue.name ?? texts.newVenue[language]
        notice = problems.map { NoticeView($0, language: language) }
        done = texts.doneSaved[language]
        isDone = isSaved
        isNew = venue == nil
        let confirmed = venue?.confirmed ?? 0
        hasPeople = confirmed > 0
        people = hasPeople ? phrases.peopleThere(confirmed: confirmed, sessions: venue?.sessions ?? 0) : ""
        action = (venue.map { DeskAddress.venue(slug: $0.venue.slug) } ?? .newVenue).path
        fields = Self.fields(form, problems, isNew: venue == nil, language)
        let typed = room
        let known = (venue?.rooms ?? []).map { room in
            Room(room, typed: typed.flatMap { $0.id == room.id ? ($0.form, $0.problems) : nil }, phrases)
        }
        let new = room.flatMap { $0.id == nil ? ($0.form, $0.problems) : nil }
        rooms = venue == nil ? [] : known + [Room(nil, typed: new, phrases)]
        roomsAction = venue.map { DeskAddress.rooms(venue: $0.venue.slug).path } ?? ""
        noticePath = venue.map { DeskAddress.notice(about: "venue:\($0.venue.slug)").path } ?? ""
        back = DeskAddress.venues(PlaceQuery()).path
        submit = (venue == nil ? texts.create : texts.save)[language]
    }

    private static func fields(
        _ form: VenueForm, _ problems: DeskProblems?, isNew: Bool, _ language: Language
    ) -> [DeskField] {
        let texts = Texts.all.desk
        func line(_ field: VenueForm.Field, _ maximum: Int, isRequired: Bool = true) -> DeskField {
            DeskField(
                field.rawValue, .line(type: "text", maximum: maximum), value: form[field],
                problem: problems?[field.rawValue], isRequired: isRequired, language: language)
        }
        func answer(_ field: VenueForm.Field) -> DeskField {
            DeskField(
                field.rawValue, .choice, value: form[field], problem: problems?[field.rawValue], isRequired: false,
                choices: [
                    (
                        nil,
                        [("", texts.unknown[language]), ("yes", texts.yes[language]), ("no", texts.no[language])]
                    )
                ], language: language)
        }
        return [line(.name, 200), line(.address, 300), line(.postcode, 12), line(.city, 100)]
            + [line(.arrondissement, 2), line(.latitude, 20), line(.longitude, 20)]
            + [answer(.wheelchair), answer(.hearingLoop)]
            + [
                DeskField(
                    VenueForm.Field.accessNotes.rawValue, .lines(maximum: 1000), value: form[.accessNotes],
                    problem: problems?[VenueForm.Field.accessNotes.rawValue], isRequired: false, language: language)
            ] + (isNew ? [line(.slug, 120, isRequired: false)] : [])
    }
}

extension DeskVenueView.Room {
    fileprivate init(_ room: DeskRoom?, typed: (form: RoomForm, problems: DeskProblems)?, _ phrases: DeskPhrases) {
        let language = phrases.language
        id = room.map { String($0.id) } ?? ""
        key = room.map { String($0.id) } ?? "new"
        title = room?.name ?? Texts.all.desk.newRoom[language]
        isNew = room == nil
        name = typed?.form.name ?? room?.name ?? ""
        capacity = typed?.form.capacity ?? room.map { String($0.capacity) } ?? ""
        sessions = room.map { phrases.sessions($0.sessions) } ?? ""
        nameProblem = typed?.problems["name"]?.message(in: language) ?? ""
        hasNameProblem = !nameProblem.isEmpty
        capacityProblem = typed?.problems["capacity"]?.message(in: language) ?? ""
        hasCapacityProblem = !capacityProblem.isEmpty
    }
}
