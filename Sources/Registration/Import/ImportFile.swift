public import Foundation

/// An import file that has been read: every line well-formed. What depends on what is there already, the database decides.
public struct ImportFile: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case venues, sessions
    }

    public let kind: Kind
    public let timeZone: TimeZone
    public let count: Int
    /// A JSON array of objects, one for each line, with its number under `line`.
    public let lines: [UInt8]
    /// The venues' names or the sessions' titles, by slug.
    public let names: [String: Localized]

    /// - Parameter timeZone: The edition's, for times without an offset.
    /// - Throws: `ImportProblems` with everything that is wrong.
    public init(_ bytes: [UInt8], kind: Kind, timeZone: TimeZone) throws(ImportProblems) {
        let table = try Table(bytes, kind: kind)
        var problems = table.problems
        self.kind = kind
        self.timeZone = timeZone
        count = table.readers.count
        switch kind {
        case .venues:
            let parsed = Self.parse(table.readers, &problems) { VenueLine(&$0) }
            problems += Self.contradictions(parsed)
            lines = Self.json(parsed, &problems)
            names = Dictionary(parsed.map { ($0.slug, Localized(french: $0.name, english: $0.name)) }) { first, _ in
                first
            }
        case .sessions:
            let parsed = Self.parse(table.readers, &problems) { SessionLine(&$0, timeZone: timeZone) }
            problems += Self.impossible(parsed)
            lines = Self.json(parsed, &problems)
            names = Dictionary(parsed.map { ($0.slug, Localized(french: $0.titleFr, english: $0.titleEn)) }) {
                first, _ in first
            }
        }
        guard problems.isEmpty else {
            throw ImportProblems(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
    }

    private static func parse<Line>(
        _ readers: [RecordReader], _ problems: inout [ImportProblem], _ make: (inout RecordReader) -> Line
    ) -> [Line] {
        readers.map { reader in
            var reader = reader
            let line = make(&reader)
            problems += reader.problems
            return line
        }
    }

    /// Lines of one venue that disagree on it, and rooms that stand twice.
    private static func contradictions(_ lines: [VenueLine]) -> [ImportProblem] {
        var first: [String: VenueLine] = [:]
        var rooms: [[String?]: Int] = [:]
        var problems: [ImportProblem] = []
        // Those without a slug have been reported.
        for line in lines where !line.slug.isEmpty {
            if let known = first[line.slug], known.facts != line.facts {
                let fault = ImportFault.venueContradicts(slug: line.slug, line: known.line)
                problems.append(ImportProblem(line: line.line, column: "slug", fault))
            }
            first[line.slug] = first[line.slug] ?? line
            if let earlier = rooms.updateValue(line.line, forKey: [line.slug, line.room?.lowercased()]) {
                let fault = ImportFault.roomTwice(line.room, slug: line.slug, line: earlier)
                problems.append(ImportProblem(line: line.line, column: "slug", fault))
            }
        }
        return problems
    }

    /// Slugs that stand twice, sessions that end before they start, hosts of two kinds.
    private static func impossible(_ lines: [SessionLine]) -> [ImportProblem] {
        var first: [String: Int] = [:]
        var hosts: [String: SessionLine] = [:]
        var problems: [ImportProblem] = []
        for line in lines {
            if let known = hosts[line.host], known.hostLegalForm != line.hostLegalForm {
                let fault = ImportFault.hostContradicts(line.host, line: known.line)
                problems.append(ImportProblem(line: line.line, column: "host_legal_form", fault))
            }
            hosts[line.host] = hosts[line.host] ?? line
            if !line.slug.isEmpty, let earlier = first.updateValue(line.line, forKey: line.slug) {
                let fault = ImportFault.slugTwice(line.slug, line: earlier)
                problems.append(ImportProblem(line: line.line, column: "slug", fault))
            }
            if let start = line.startsAt, let end = line.endsAt, end <= start {
                problems.append(ImportProblem(line: line.line, column: "ends_at", .endsBeforeStart))
            }
        }
        return problems
    }

    private static func json(_ lines: [some Encodable], _ problems: inout [ImportProblem]) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.dateEncodingStrategy = .iso8601
        do { return Array(try encoder.encode(lines)) } catch {
            problems.append(ImportProblem(.notEncodable))
            return []
        }
    }
}

/// A file's records under their columns' names.
private struct Table {
    var readers: [RecordReader] = []
    var problems: [ImportProblem] = []

    /// - Throws: `ImportProblems` where the file or its header can't be read; wrong lines are kept for the report.
    init(_ bytes: [UInt8], kind: ImportFile.Kind) throws(ImportProblems) {
        do throws(ImportProblem) {
            var reader = try CSVReader(bytes)
            guard let header = try reader.next() else {
                throw ImportProblem(.empty(kind))
            }
            let columns = try Self.columns(header, kind: kind)
            while let record = try reader.next() {
                if record.fields.count == header.fields.count {
                    readers.append(RecordReader(record, columns: columns))
                } else {
                    let fault = ImportFault.wrongCount(values: record.fields.count, columns: header.fields.count)
                    problems.append(ImportProblem(line: record.line, fault))
                }
            }
            if readers.isEmpty, problems.isEmpty {
                throw ImportProblem(line: header.line, .headerOnly)
            }
        } catch { throw ImportProblems(problems + [error]) }
    }

    private static func columns(_ header: CSVReader.Record, kind: ImportFile.Kind) throws(ImportProblem) -> [String:
        Int]
    {
        let (required, optional) =
            switch kind {
            case .venues: (VenueLine.columns, VenueLine.optionalColumns)
            case .sessions: (SessionLine.columns, SessionLine.optionalColumns)
            }
        let names = header.fields.map { $0.trimmingWhitespace().lowercased() }
        let missing = required.filter { !names.contains($0) }
        let unknown = names.filter { !required.contains($0) && !optional.contains($0) }
        let repeated = Set(names.filter { name in names.count { $0 == name } > 1 }).sorted()
        guard missing.isEmpty, unknown.isEmpty, repeated.isEmpty else {
            let fault = ImportHeaderFault(
                missing: missing, unknown: unknown.map { String($0.prefix(40)) }, repeated: repeated,
                required: required, optional: optional)
            throw ImportProblem(line: header.line, .header(fault))
        }
        return Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    }
}
