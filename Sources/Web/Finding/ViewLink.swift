import Presentation
import Registration

/// A way to see the programme with the same criteria; the last one is a file for one's own calendar.
struct ViewLink: Sendable {
    let name: String
    let path: String
    let isCurrent: Bool

    static func all(for query: ProgrammeQuery, _ language: Language) -> [ViewLink] {
        let texts = Texts.all.finding
        let views = ProgrammeQuery.View.allCases.map { view in
            let name =
                switch view {
                case .list: texts.list
                case .timetable: texts.timetable
                case .map: texts.map
                }
            return ViewLink(
                name: name[language], path: PageAddress.found(query.with(view)).path(language),
                isCurrent: query.view == view)
        }
        let criteria = ProgrammeQuery(query.filter).text
        let calendar = "/programme.ics?lang=\(language.rawValue)" + (criteria.isEmpty ? "" : "&" + criteria)
        return views + [ViewLink(name: texts.calendar[language], path: calendar, isCurrent: false)]
    }
}
