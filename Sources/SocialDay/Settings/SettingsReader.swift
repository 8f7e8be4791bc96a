/// Takes settings one by one, remembers what is wrong with each, and finds those that nobody took.
struct SettingsReader {
    private let values: [String: String]
    private var known: [String] = []
    private var problems: [String] = []

    init(values: [String: String]) { self.values = values }

    /// A setting's text; an empty one counts as not set.
    mutating func text(_ name: String) -> String? {
        known.append(name)
        guard let value = values[name], !value.isEmpty else { return nil }
        return value
    }

    mutating func parsed<Value>(_ name: String, _ parse: (String) throws -> Value) -> Value? {
        guard let text = text(name) else { return nil }
        do { return try parse(text) } catch {
            problems.append("\(name): \(error)")
            return nil
        }
    }

    mutating func list<Value>(_ name: String, expected: String, _ parse: (String) -> Value?) -> [Value] {
        guard let text = text(name) else { return [] }
        return text.split(separator: ",").compactMap { part in
            let trimmed = part.trimmingPrefix(while: { $0 == " " })
            if let value = parse(String(trimmed)) { return value }
            problems.append("\(name): '\(trimmed)' is not understood; write \(expected)")
            return nil
        }
    }

    /// `on` or `off`.
    mutating func isOn(_ name: String) -> Bool? {
        guard let text = text(name) else { return nil }
        switch text.lowercased() {
        case "on": return true
        case "off": return false
        default:
            problems.append("\(name): '\(text)' is neither 'on' nor 'off'")
            return nil
        }
    }

    /// A whole number from 1.
    mutating func count(_ name: String) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), number > 0 else {
            problems.append("\(name): '\(text)' is not a whole number from 1")
            return nil
        }
        return number
    }

    /// - Throws: `SettingsError` where a setting was wrong or has a name that nothing reads.
    mutating func finish() throws(SettingsError) {
        for name in values.keys.sorted() where !known.contains(name) {
            let near = known.min { Self.distance($0, name) < Self.distance($1, name) } ?? ""
            problems.append("\(name): there is no such setting; the nearest is \(near) (README.md lists them all)")
        }
        if !problems.isEmpty { throw SettingsError(problems) }
    }

    /// Levenshtein's distance: how many letters to change, add or drop.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.utf8)
        var row = Array(0...right.count)
        for (i, a) in left.utf8.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                (diagonal, row[j + 1]) = (row[j + 1], a == b ? diagonal : min(diagonal, row[j], row[j + 1]) + 1)
            }
        }
        return row[right.count]
    }
}
