internal import Foundation
internal import Presentation
internal import Registration

/// A field of the desk's forms, as its template shows it.
struct DeskField: Sendable {
    enum Kind: Hashable, Sendable {
        case line(type: String, maximum: Int)
        case lines(maximum: Int)
        case choice
        case tick
    }

    let name: String
    let label: String
    let hint: String
    let hasHint: Bool
    let problem: String
    let hasProblem: Bool
    let value: String
    let type: String
    let maximum: Int
    let isLine: Bool
    let isText: Bool
    let isChoice: Bool
    let isTick: Bool
    let isTicked: Bool
    let isRequired: Bool
    let groups: [OptionGroup]
    /// What another organiser saved, where this form says otherwise.
    let theirs: String
    let hasTheirs: Bool
    /// The ids of what describes it.
    let description: String
    let isDescribed: Bool

    struct Option: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct OptionGroup: Sendable {
        let label: String
        let isLabelled: Bool
        let options: [Option]
    }

    /// - Parameters:
    ///   - name: What it is posted under; its label and hint go by it.
    ///   - choices: Of a choice: value and label, by the label of their group.
    ///   - theirs: Shown where there is any.
    init(
        _ name: String, _ kind: Kind, value: String, problem: DeskProblem? = nil, isRequired: Bool = true,
        choices: [(group: String?, options: [(value: String, label: String)])] = [], theirs: String? = nil,
        label: String? = nil, hint: String? = nil, language: Language
    ) {
        self.name = name
        self.label = label ?? DeskFieldNames.name(of: name)[language]
        self.hint = hint ?? DeskFieldNames.hint(of: name)?[language] ?? ""
        hasHint = !self.hint.isEmpty
        self.problem = problem?.message(in: language) ?? ""
        hasProblem = problem != nil
        self.value = value
        isTicked = value == "yes"
        self.isRequired = isRequired
        switch kind {
        case .line(let type, let maximum): (self.type, self.maximum) = (type, maximum)
        case .lines(let maximum): (type, self.maximum) = ("", maximum)
        case .choice, .tick: (type, maximum) = ("", 0)
        }
        (isChoice, isTick) = (kind == .choice, kind == .tick)
        if case .lines = kind { isText = true } else { isText = false }
        isLine = !isText && !isChoice && !isTick
        groups = choices.map { group, options in
            OptionGroup(
                label: group ?? "", isLabelled: group != nil,
                options: options.map { Option(value: $0.value, label: $0.label, isChosen: $0.value == value) })
        }
        self.theirs = theirs ?? ""
        hasTheirs = theirs != nil
        let ids = [
            hasHint ? "\(name)-hint" : nil, hasTheirs ? "\(name)-theirs" : nil, hasProblem ? "\(name)-error" : nil,
        ].compactMap(\.self)
        description = ids.joined(separator: " ")
        isDescribed = !ids.isEmpty
    }
}

/// Fields that belong together.
struct DeskFieldGroup: Sendable {
    let title: String
    let fields: [DeskField]
}

extension NoticeView {
    /// What is wrong with a form of the desk, with links to the fields.
    init(_ problems: DeskProblems, language: Language) {
        kind = "bad"
        title = Texts.all.desk.wrongTitle[language]
        body = nil
        errors = problems.entries.map { entry in
            let message = entry.problem.message(in: language)
            guard let field = entry.field else { return FieldError(field: "main", message: message) }
            let name = DeskFieldNames.name(of: field)[language]
            return FieldError(
                field: field, message: LetterPhrases(language, in: .gmt).line(name, message))
        }
        hasErrors = true
    }
}
