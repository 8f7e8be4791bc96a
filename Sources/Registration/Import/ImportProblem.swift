/// What is wrong with an import file, where, and what to do: one line on the terminal.
public struct ImportProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1; `nil` for the file as a whole.
    public let line: Int?
    public let column: String?
    public let message: String

    public init(line: Int? = nil, column: String? = nil, _ message: String) {
        self.line = line
        self.column = column
        self.message = message
    }

    public var description: String {
        let place = [line.map { "line \($0)" }, column].compactMap { $0 }.joined(separator: ", ")
        return place.isEmpty ? message : "\(place): \(message)"
    }
}

/// Everything that is wrong with an import file.
public struct ImportProblems: Error, Hashable, Sendable, CustomStringConvertible {
    /// In the order of the lines.
    public let problems: [ImportProblem]

    public init(_ problems: [ImportProblem]) { self.problems = problems }

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
