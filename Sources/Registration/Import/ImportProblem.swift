/// What is wrong with an import file, and where.
public struct ImportProblem: Error, Hashable, Sendable {
    /// Counted from 1; `nil` for the file as a whole.
    public let line: Int?
    public let column: String?
    public let fault: ImportFault

    public init(line: Int? = nil, column: String? = nil, _ fault: ImportFault) {
        self.line = line
        self.column = column
        self.fault = fault
    }
}

/// Everything that is wrong with an import file.
public struct ImportProblems: Error, Hashable, Sendable {
    /// In the order of the lines.
    public let problems: [ImportProblem]

    public init(_ problems: [ImportProblem]) { self.problems = problems }
}
