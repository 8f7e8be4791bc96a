internal import Foundation
internal import Presentation
internal import Registration

/// A file as it came, or its text as it was pasted.
struct DeskUpload: Sendable {
    var kind = ImportFile.Kind.sessions
    var publishes = false
    var bytes: [UInt8] = []
    /// Whether its text was pasted: then it comes back with what is wrong, to be mended in place.
    private var isPasted = false

    init() {}

    init(_ fields: FormFields) {
        kind = ImportFile.Kind(rawValue: fields["kind"]) ?? .sessions
        publishes = fields["publishes"] == "yes"
        let file = fields.bytes("file")
        isPasted = file.isEmpty
        bytes = isPasted ? fields.bytes("text") : file
    }

    /// As its form shows it again: a browser keeps no file.
    var again: DeskUpload {
        var upload = self
        if !isPasted { upload.bytes = [] }
        return upload
    }
}

/// The form for a file, what is wrong with one, or what one does.
struct DeskImportView: Sendable {
    let notice: NoticeView?
    let done: DoneView?
    /// The way on after an import.
    let next: GateView.Link?
    let title: String
    let isForm: Bool
    let action: String
    let kinds: [EffectView.Choice]
    let publishes: Bool
    let text: String
    let problems: [Problem]
    let hasProblems: Bool
    let isPreview: Bool
    let kind: String
    let summary: String
    let sentences: [String]
    let created: [Entry]
    let hasCreated: Bool
    let rooms: [String]
    let hasRooms: Bool
    let hosts: [EffectView.Change]
    let hasHosts: Bool
    let updated: [Update]
    let hasUpdated: Bool
    let piles: [LetterPileView]
    let hasPiles: Bool
    let submit: String
    let isWorthIt: Bool
    let back: String

    struct Problem: Sendable {
        let line: String
        let column: String
        let message: String
    }

    /// A venue or session of the file.
    struct Entry: Sendable {
        let name: String
        let slug: String
    }

    struct Update: Sendable {
        let entry: Entry
        let told: String
        let isTold: Bool
        let changes: [EffectView.Change]
    }

    /// What a file does.
    init(
        _ upload: DeskUpload, _ file: ImportFile, _ effect: ImportEffect, in zone: TimeZone, _ language: Language
    ) throws {
        let phrases = ImportEffectPhrases(language, in: zone)
        func entry(_ slug: String) -> Entry { Entry(name: file.names[slug]?.typeset[language] ?? slug, slug: slug) }
        func change(_ change: FactChange, of field: String) -> EffectView.Change {
            EffectView.Change(
                name: DeskFieldNames.name(of: change.field)[language], was: phrases.value(change.was, of: field),
                becomes: phrases.value(change.becomes, of: field))
        }
        let piles = try effect.letters.map { try LetterPileView($0, language) }
        self.init(
            upload, notice: nil, problems: nil, done: nil, next: nil, language,
            summary: phrases.summary(effect, of: upload.kind),
            sentences: DeskPhrases(language, in: zone).sentences(
                SessionEffect(outcome: .changed, promoted: effect.promoted, letters: effect.letters)),
            created: effect.created.map(entry), rooms: effect.rooms.map(phrases.room),
            hosts: effect.hosts.map { host in
                EffectView.Change(
                    name: host.field, was: host.was.map { phrases.value($0, of: "legal_form") },
                    becomes: phrases.value(host.becomes, of: "legal_form"))
            },
            updated: effect.updated.map { update in
                let told = phrases.told(update)
                return Update(
                    entry: entry(update.slug), told: told ?? "", isTold: told != nil,
                    changes: update.changes.map { change($0, of: $0.field) })
            }, piles: piles, isWorthIt: !effect.created.isEmpty || !effect.updated.isEmpty)
    }

    init(
        _ upload: DeskUpload, notice: NoticeView?, problems: ImportProblems?, done: DoneView?, next: GateView.Link?,
        _ language: Language,
        summary: String? = nil, sentences: [String] = [], created: [Entry] = [], rooms: [String] = [],
        hosts: [EffectView.Change] = [], updated: [Update] = [], piles: [LetterPileView] = [], isWorthIt: Bool = false
    ) {
        let texts = Texts.all.deskImport
        self.notice = notice
        self.done = done
        self.next = next
        isPreview = summary != nil
        isForm = !isPreview
        title = isPreview ? texts.previewTitle[language] : Texts.all.desk.importTitle[language]
        action = DeskAddress.importFile.path
        kinds = [(ImportFile.Kind.sessions, texts.kindSessions), (.venues, texts.kindVenues)].map { kind, name in
            EffectView.Choice(value: kind.rawValue, label: name[language], isChosen: kind == upload.kind)
        }
        publishes = upload.publishes
        text = String(decoding: upload.bytes, as: UTF8.self)
        let phrases = ImportPhrases(language)
        self.problems = (problems?.problems ?? []).map { problem in
            Problem(
                line: problem.line.map(String.init) ?? "", column: problem.column ?? "",
                message: phrases.message(problem.fault))
        }
        hasProblems = !self.problems.isEmpty
        kind = upload.kind.rawValue
        self.summary = summary ?? ""
        self.sentences = sentences
        (self.created, hasCreated) = (created, !created.isEmpty)
        (self.rooms, hasRooms) = (rooms, !rooms.isEmpty)
        (self.hosts, hasHosts) = (hosts, !hosts.isEmpty)
        (self.updated, hasUpdated) = (updated, !updated.isEmpty)
        (self.piles, hasPiles) = (piles, !piles.isEmpty)
        submit = (piles.isEmpty ? texts.yesImport : texts.yesImportAndWrite)[language]
        self.isWorthIt = isWorthIt
        back = DeskAddress.sessions(SessionQuery()).path
    }
}
