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
    /// By a session of this slug or title.
    case roomTaken(by: String)
    case belowConfirmed(places: String)
    case belowSession(String, capacity: Int)
    /// The session is off.
    case cancelled
    case past
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
}
