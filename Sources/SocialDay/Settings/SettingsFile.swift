internal import Foundation

/// A file of `NAME=value` lines, as systemd's `EnvironmentFile` reads them: `#` starts a comment line, quotes around a value
/// are dropped.
///
/// The environment goes before it. Read here rather than by a library because wrong names have to be found too.
enum SettingsFile {
    static func read(path: String) throws(SettingsError) -> [String: String] {
        let text: String
        do { text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8) } catch {
            throw SettingsError([
                "--config: can't read '\(path)' as UTF-8 text; check that it exists and that this user may read it"
            ])
        }
        var values: [String: String] = [:]
        var problems: [String] = []
        // Editors on Windows end lines with both characters, which are one in Swift, and may put a mark before the first.
        let lines = text.trimmingPrefix("\u{FEFF}").split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r\n"
        }
        for (index, line) in lines.enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            guard let equals = trimmed.firstIndex(of: "=") else {
                problems.append("\(path), line \(index + 1): not of the form NAME=value")
                continue
            }
            values[String(trimmed[..<equals]).trimmingCharacters(in: .whitespaces)] = unquoted(
                trimmed[trimmed.index(after: equals)...])
        }
        if !problems.isEmpty { throw SettingsError(problems) }
        return values
    }

    private static func unquoted(_ value: Substring) -> String {
        let value = value.trimmingCharacters(in: .whitespaces)
        guard value.count >= 2, let quote = value.first, quote == "\"" || quote == "'", value.last == quote else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }
}

/// Everything that is wrong with the settings.
struct SettingsError: Error, CustomStringConvertible {
    let problems: [String]
    init(_ problems: [String]) { self.problems = problems }
    var description: String { problems.count == 1 ? problems[0] : problems.map { "- \($0)" }.joined(separator: "\n") }
}
