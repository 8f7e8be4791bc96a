internal import Foundation

/// Takes one record's values by the names of their columns, and gathers what is wrong with each.
struct RecordReader {
    let record: CSVReader.Record
    let columns: [String: Int]
    private(set) var problems: [ImportProblem] = []

    init(_ record: CSVReader.Record, columns: [String: Int]) {
        self.record = record
        self.columns = columns
    }

    /// A value as it stands, tidied at its ends; empty where the column is absent.
    private func raw(_ column: String) -> String {
        guard let index = columns[column], index < record.fields.count else { return "" }
        return record.fields[index].trimmingWhitespace()
    }

    private mutating func report(_ column: String, _ fault: ImportFault) {
        problems.append(ImportProblem(line: record.line, column: column, fault))
    }

    mutating func optionalText(_ column: String, limit: Int) -> String? {
        let text = raw(column)
        if text.isEmpty { return nil }
        let singleLine = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\n", with: " ")
        if singleLine.containsControlCharacters { report(column, .controlCharacters) }
        if singleLine.count > limit {
            report(column, .tooLong(singleLine.count, limit: limit))
        }
        return singleLine
    }

    mutating func text(_ column: String, limit: Int) -> String {
        if let text = optionalText(column, limit: limit) { return text }
        report(column, .missing)
        return ""
    }

    mutating func slug(_ column: String) -> String {
        let text = raw(column)
        let isSlug = (try? /[a-z0-9]+(-[a-z0-9]+)*/.wholeMatch(in: text)) != nil
        if !isSlug || text.utf8.count > 120 {
            report(column, .notASlug(Self.shown(text)))
        }
        return text
    }

    mutating func optionalInteger(_ column: String, _ range: ClosedRange<Int>) -> Int? {
        let text = raw(column)
        if text.isEmpty { return nil }
        guard let number = Int(text), range.contains(number) else {
            report(column, .notANumber(Self.shown(text), range))
            return nil
        }
        return number
    }

    mutating func integer(_ column: String, _ range: ClosedRange<Int>) -> Int {
        if raw(column).isEmpty {
            report(column, .missingNumber(range))
        }
        return optionalInteger(column, range) ?? range.lowerBound
    }

    mutating func degrees(_ column: String, _ range: ClosedRange<Double>) -> Double {
        // Excel in French writes a comma.
        let text = raw(column).replacingOccurrences(of: ",", with: ".")
        guard let number = Double(text), number.isFinite, range.contains(number) else {
            report(column, .notDegrees(Self.shown(text), Int(range.lowerBound)...Int(range.upperBound)))
            return 0
        }
        return number
    }

    mutating func optionalBool(_ column: String) -> Bool? {
        let text = raw(column)
        switch Self.folded(text) {
        case "": return nil
        case "true", "yes", "oui", "1", "vrai": return true
        case "false", "no", "non", "0", "faux": return false
        default:
            report(column, .notYesOrNo(Self.shown(text)))
            return nil
        }
    }

    /// A code of a closed list; case, accents, hyphens and spaces don't matter, and French words are known.
    mutating func code<Code: ImportCode>(_ column: String, _ type: Code.Type = Code.self) -> Code? {
        let text = raw(column)
        let key = Self.folded(text)
        if let code = Code.allCases.first(where: {
            Self.folded($0.rawValue) == key || $0.otherWords.contains { Self.folded($0) == key }
        }) {
            return code
        }
        report(column, .unknownCode(Self.shown(text), known: Code.allCases.map(\.rawValue)))
        return nil
    }

    mutating func time(_ column: String, in timeZone: TimeZone) -> Date? {
        let text = raw(column)
        do { return try LocalTime.parse(text, in: timeZone) } catch {
            switch error {
            case .notATime: report(column, .notATime(Self.shown(text), timeZone: timeZone.identifier))
            case .skipped: report(column, .skippedTime(text, timeZone: timeZone.identifier))
            case .twice: report(column, .doubleTime(text, timeZone: timeZone.identifier))
            }
            return nil
        }
    }

    /// Letters and digits only, in lower case and without accents.
    private static func folded(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).filter {
            $0.isLetter || $0.isNumber
        }.lowercased()
    }

    private static func shown(_ text: String) -> String {
        String(text.count > 40 ? text.prefix(40) + "…" : text[...])
    }
}

/// A closed list that import files write words of.
protocol ImportCode: CaseIterable, RawRepresentable<String> {
    /// What people write besides the code itself.
    var otherWords: [String] { get }
}

extension Format: ImportCode {
    var otherWords: [String] {
        switch self {
        case .workshop: ["atelier"]
        case .talk: ["conférence"]
        case .roundTable: ["table ronde"]
        case .visit: ["visite"]
        case .training: ["formation"]
        case .meeting: ["rencontre"]
        }
    }
}

extension Theme: ImportCode {
    var otherWords: [String] {
        switch self {
        case .care: ["dépendance", "aide à la dépendance"]
        case .earlyChildhood: ["petite enfance"]
        case .housing: ["logement"]
        case .exclusion: ["lutte contre l'exclusion"]
        case .health: ["santé", "santé de proximité", "local health care"]
        case .circularEconomy: ["économie circulaire"]
        case .transport: ["mobilité", "transports"]
        }
    }
}

extension LegalForm: ImportCode {
    var otherWords: [String] {
        switch self {
        case .association: []
        case .cooperative: ["coopérative", "scop", "scic"]
        case .workIntegration: ["entreprise d'insertion", "work integration company", "insertion"]
        case .adaptedCompany: ["entreprise adaptée", "adapted"]
        case .socialCompany:
            ["entreprise à mission", "société à mission", "social purpose", "social purpose company", "esus"]
        }
    }
}

extension Language: ImportCode {
    var otherWords: [String] { self == .french ? ["français", "french"] : ["anglais", "english"] }
}
