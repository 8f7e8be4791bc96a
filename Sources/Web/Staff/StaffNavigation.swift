internal import Presentation
internal import Registration

/// The pages that the bar on top leads to, in its order: a line for each.
struct StaffNavigation: Sendable {
    struct Entry: Sendable {
        let path: String
        let label: String
        let isHere: Bool
    }

    private static var all: [(address: StaffAddress, need: StaffNeed, label: Localized)] {
        let texts = Texts.all.staff
        return [
            (.home, .member, texts.home),
            (.board(venue: nil), .countsRead, Texts.all.board.title),
            (.door, .doorWork, Texts.all.door.title),
            (.desk(.sessions(SessionQuery())), .programmeChange, Texts.all.desk.sessions),
            (.desk(.venues(PlaceQuery())), .programmeChange, Texts.all.desk.venues),
            (.desk(.hosts(PlaceQuery())), .programmeChange, Texts.all.desk.hosts),
            (.desk(.notices), .programmeChange, Texts.all.desk.notices),
            (.people(.search), .peopleRead, Texts.all.people.title),
            (.people(.messages), .peopleWriteTo, Texts.all.writing.title),
            (.exports, .peopleExport, Texts.all.exports.navigation),
            (.record, .recordRead, texts.record),
            (.accounts, .accountsManage, texts.accounts),
        ]
    }

    /// What this visitor may open.
    static func entries(for visit: StaffVisit, at here: StaffAddress) -> [Entry] {
        // Before the second factor is there, nothing is open; a steward has one page only.
        guard visit.login != nil, !visit.lacksFactor else { return [] }
        return all.filter { entry in
            switch entry.need {
            case .permission(let permission): visit.may(permission)
            default: true
            }
        }.map { Entry(path: $0.address.path, label: $0.label[visit.language], isHere: $0.address == here) }
    }
}
