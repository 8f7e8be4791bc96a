/// What somebody looks for in the programme. Choices of one facet widen it (but for access, where each is a need), facets
/// and words narrow each other.
public struct ProgrammeFilter: Hashable, Sendable {
    /// As typed, without what is invisible.
    public private(set) var words: String
    public private(set) var choices: Set<Choice>

    /// Characters of `words` that are read.
    public static let wordsLimit = 100

    public init(words: String = "", choices: Set<Choice> = []) {
        self.words = Self.cleaned(words)
        self.choices = choices
    }

    /// Everything.
    public static let none = ProgrammeFilter()

    public var isEmpty: Bool { words.isEmpty && choices.isEmpty }

    /// The choices in the order of pages and addresses.
    public var ordered: [Choice] {
        let timeless = choices.compactMap { choice in choice.number.map { ($0, choice) } }.sorted { $0.0 < $1.0 }
        return days.map(Choice.day) + timeless.map(\.1)
    }

    private var days: [CalendarDay] {
        choices.compactMap { if case .day(let day) = $0 { day } else { nil } }.sorted()
    }

    public var facets: [Facet] { Facet.allCases.filter { facet in choices.contains { $0.facet == facet } } }

    public func choosing(_ choice: Choice) -> ProgrammeFilter {
        ProgrammeFilter(words: words, choices: choices.union([choice]))
    }

    public func without(_ choice: Choice) -> ProgrammeFilter {
        ProgrammeFilter(words: words, choices: choices.subtracting([choice]))
    }

    public func without(_ facet: Facet) -> ProgrammeFilter {
        ProgrammeFilter(words: words, choices: choices.filter { $0.facet != facet })
    }

    public var withoutWords: ProgrammeFilter { ProgrammeFilter(choices: choices) }

    private static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var count = 0
        var gap = false
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                gap = !result.isEmpty
            default:
                guard count + (gap ? 2 : 1) <= wordsLimit else { return String(result) }
                if gap { result.append(" ") }
                result.append(scalar)
                count += gap ? 2 : 1
                gap = false
            }
        }
        return String(result)
    }
}
