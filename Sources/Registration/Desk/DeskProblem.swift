internal import Foundation

/// What is wrong with one field of the desk's forms.
public enum DeskProblem: Error, Hashable, Sendable {
    case missing
    case tooLong(maximum: Int)
    case controlCharacters
    case notASlug
    case slugTaken
    case nameTaken
    case notANumber(ClosedRange<Int>)
    case notDegrees(ClosedRange<Int>)
    /// Nothing of a list, or something that is not in it any more.
    case notChosen
    case notATime
    /// The clock was put forward over it.
    case skippedTime
    /// The clock was put back, so that it came twice.
    case doubleTime
    case endsBeforeStart
    case closesBeforeOpening
    /// The edition's days.
    case outsideEdition(String)
    case aboveRoom(capacity: String)
    /// By a session of this title.
    case roomTaken(by: String)
    case belowConfirmed(places: String)
    case belowSession(String, capacity: Int)
    /// The session is off.
    case cancelled
    case past
    case notAnAddress
}

/// A form that can't be taken, with the problem of each field that has one, in the order of the form.
public struct DeskProblems: Error, Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// The name that it is posted under; `nil`: the form as a whole.
        public let field: String?
        public let problem: DeskProblem

        public init(_ field: String?, _ problem: DeskProblem) {
            self.field = field
            self.problem = problem
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }

    public subscript(field: String) -> DeskProblem? { entries.first { $0.field == field }?.problem }
}

/// Takes a form's fields, by whatever parses each, and gathers what is wrong with them.
final class DeskFormReader {
    private(set) var entries: [DeskProblems.Entry] = []

    func parse<Value>(_ field: String, _ parser: () throws(DeskProblem) -> Value) -> Value? {
        do { return try parser() } catch {
            add(field, error)
            return nil
        }
    }

    func add(_ field: String, _ problem: DeskProblem) { entries.append(DeskProblems.Entry(field, problem)) }

    var problems: DeskProblems { DeskProblems(entries) }
}

/// A line of a form that has been tidied and checked.
enum DeskText {
    /// - Parameter isLong: whether lines may break.
    static func line(_ raw: String, limit: Int, isLong: Bool = false) throws(DeskProblem) -> String {
        guard let text = try optionalLine(raw, limit: limit, isLong: isLong) else { throw .missing }
        return text
    }

    static func optionalLine(_ raw: String, limit: Int, isLong: Bool = false) throws(DeskProblem) -> String? {
        var text = raw.trimmingWhitespace().replacing("\r\n", with: "\n")
        if !isLong { text = text.replacing("\n", with: " ") }
        if text.isEmpty { return nil }
        if text.replacing("\n", with: " ").containsControlCharacters { throw .controlCharacters }
        if text.count > limit { throw .tooLong(maximum: limit) }
        return text
    }

    static func slug(_ raw: String) throws(DeskProblem) -> String {
        let text = raw.trimmingWhitespace()
        guard text.utf8.count <= 120, (try? /[a-z0-9]+(-[a-z0-9]+)*/.wholeMatch(in: text)) != nil else {
            throw .notASlug
        }
        return text
    }

    static func number(_ raw: String, _ range: ClosedRange<Int>) throws(DeskProblem) -> Int {
        guard let number = Int(raw.trimmingWhitespace()), range.contains(number) else { throw .notANumber(range) }
        return number
    }

    static func degrees(_ raw: String, _ range: ClosedRange<Int>) throws(DeskProblem) -> Double {
        // French writes a comma.
        guard let number = Double(raw.trimmingWhitespace().replacing(",", with: ".")), number.isFinite,
            (Double(range.lowerBound)...Double(range.upperBound)).contains(number)
        else { throw .notDegrees(range) }
        return number
    }

    /// One made from a title or name; a title of signs only is reported where it stands.
    static func slug(from title: String) -> String {
        let plain = title.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
        let words = plain.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let slug = words.joined(separator: "-").prefix(80)
        return slug.isEmpty ? "x" : String(slug).replacing(/-$/, with: "")
    }
}
