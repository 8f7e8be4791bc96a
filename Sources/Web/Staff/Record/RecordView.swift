internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// A page of the record.
struct RecordView: Sendable {
    let title: String
    let action: String
    let day: String
    let typedObject: String
    let kinds: [AccountView.Choice]
    let people: [AccountView.Choice]
    let isFiltered: Bool
    let everything: String
    let isEmpty: Bool
    let entries: [Row]
    let pager: StaffPager?

    struct Row: Sendable {
        let when: String
        let machineWhen: String
        let who: String
        let action: String
        let object: String?
        let objectPath: String?
        let details: String?
    }

    init(
        _ entries: [RecordEntry], _ query: RecordQuery, _ choices: RecordChoices, hasMore: Bool,
        timeZone: TimeZone, _ language: Language
    ) {
        let texts = Texts.all.record
        let moments = Moments(language, in: timeZone)
        title = texts.title[language]
        action = StaffAddress.record.path
        day = query.filter.day?.description ?? ""
        typedObject = query.filter.object ?? ""
        kinds = choices.kinds.map {
            .init(value: $0, label: RecordPhrases.kind($0, language), isChosen: $0 == query.filter.kind)
        }
        people = choices.accounts.map {
            .init(value: $0.actor, label: $0.email, isChosen: $0.actor == query.filter.actor)
        }
        isFiltered = query.filter != RecordFilter()
        everything = StaffAddress.record.path
        isEmpty = entries.isEmpty
        self.entries = entries.map { entry in
            var ofObject = query
            ofObject.filter = RecordFilter(object: entry.object)
            return Row(
                when: moments.moment(entry.at), machineWhen: moments.machineReadable(entry.at),
                who: RecordPhrases.who(entry.actor, entry.who, language),
                action: RecordPhrases.action(entry.action, language),
                object: entry.object.map { RecordPhrases.object($0, entry.what, language) },
                objectPath: entry.object.map { _ in ofObject.path(before: nil) },
                details: entry.details.map { RecordDetails($0).text(language) })
        }
        pager = StaffPager(
            newest: query.before == nil ? nil : query.path(before: nil),
            older: hasMore ? entries.last.map { query.path(before: $0.id) } : nil, language)
    }
}
