internal import Foundation
internal import Presentation
internal import Registration

/// A form that was typed on top of what another organiser has saved meanwhile.
struct PartConflict<Field: RawRepresentable<String> & CaseIterable & Hashable & Sendable>: Sendable {
    let merge: DeskMerge<Field>
    let notice: NoticeView
    /// What the other one saved, where this form says otherwise, as people read it.
    let theirs: [Field: String]

    /// - Parameters:
    ///   - since: What became of it; `nil`: not known any more.
    ///   - anchor: The id of a field in the page.
    init(
        _ since: PartSince?, typed: (Field) -> String, in timeZone: TimeZone, _ language: Language,
        anchor: (Field) -> String = \.rawValue
    ) {
        let texts = Texts.all.deskChange
        func text(_ facts: [String: Fact]?) -> (Field) -> String {
            { field in facts?[field.rawValue]?.text(of: field.rawValue, in: timeZone) ?? "" }
        }
        let fields = Array(Field.allCases)
        guard let since, since.now != nil else {
            merge = DeskMerge(fields, typed: typed, base: typed, saved: typed)
            theirs = [:]
            notice = NoticeView(
                (since == nil ? texts.outdatedTitle : texts.goneTitle)[language],
                (since == nil ? texts.outdatedUnknown : texts.goneBody)[language], kind: "bad")
            return
        }
        let phrases = ChangePhrases(language, in: timeZone)
        let merge = DeskMerge(fields, typed: typed, base: text(since.was), saved: text(since.now))
        let shown = { (facts: [String: Fact]?, field: Field) in
            phrases.value(facts?[field.rawValue], of: field.rawValue)
        }
        self.merge = merge
        theirs = Dictionary(uniqueKeysWithValues: merge.disputed.map { ($0, shown(since.now, $0)) })
        notice = NoticeView(
            texts.outdatedTitle[language],
            DeskPhrases(language, in: timeZone).savedBy(since.by, at: since.at) + " "
                + Texts.all.desk.outdatedBody[language],
            kind: "bad",
            merge.changed.map { field in
                let change = "\(shown(since.was, field)) → \(shown(since.now, field))"
                return .init(
                    field: anchor(field),
                    message: LetterPhrases(language, in: timeZone).line(
                        DeskFieldNames.name(of: field.rawValue)[language], change))
            })
    }
}
