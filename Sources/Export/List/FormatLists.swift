internal import Registration
internal import RegistrationStore

/// The lists of one format that are open at a time: a session's, and that of all sessions where there is one.
///
/// Where a row is the same in both it is written once, and its bytes go to both files.
final class FormatLists {
    /// A list while it is written to its file.
    private struct OpenList {
        let file: OutputFile
        /// Of its own; `nil` where the lines are those of all lists.
        let writer: (any ListWriter)?
        var rows = 0
    }

    private let format: ListFormat
    private let layout: ListLayout
    private let fields: [ExportField]
    private let place: any FilePlace
    /// What every list of lines begins with.
    private var head: [UInt8] = []
    private var lines: (any ListWriter)?
    private var whole: OpenList?
    private var session: OpenList?

    /// - Parameter whole: the name and title of the list of all sessions; `nil` where there is to be none.
    init(
        _ format: ListFormat, _ layout: ListLayout, _ fields: [ExportField], in place: any FilePlace,
        whole: (name: String, title: String)?
    ) throws(ExportError) {
        self.format = format
        self.layout = layout
        self.fields = fields
        self.place = place
        if format.isLineByLine {
            lines = try format.writer(layout, fields, title: "")
            head = try lines?.take() ?? []
        }
        if let whole, format.holdsSeveral { self.whole = try open(whole.name, title: whole.title) }
    }

    /// Opens a session's list.
    func turn(to next: ExportedSession) throws(ExportError) {
        session = try open(next.slug, title: next.title[layout.language])
        try lines?.turn(to: next)
        try session?.writer?.turn(to: next)
        try whole?.writer?.turn(to: next)
    }

    func add(_ row: BinaryRows) throws(ExportError) {
        try lines?.add(row)
        try session?.writer?.add(row)
        session?.rows += 1
        try whole?.writer?.add(row)
        whole?.rows += 1
    }

    /// Writes what is ready.
    func drain() throws(ExportError) {
        if let bytes = try lines?.take() {
            try session?.file.append(bytes)
            try whole?.file.append(bytes)
        }
        if let session, let bytes = try session.writer?.take() { try session.file.append(bytes) }
        if let whole, let bytes = try whole.writer?.take() { try whole.file.append(bytes) }
    }

    /// Closes the session's list.
    ///
    /// - Throws: `ExportError.incomplete` where it has not as many rows as the database counts.
    func closeSession(expecting expected: Int) throws(ExportError) -> StoredFile? {
        try drain()
        defer { session = nil }
        return try session.map { list throws(ExportError) in try close(list, expected) }
    }

    /// Closes the list of all, as `closeSession`.
    func closeWhole(expecting expected: Int) throws(ExportError) -> StoredFile? {
        defer { whole = nil }
        return try whole.map { list throws(ExportError) in try close(list, expected) }
    }

    private func open(_ name: String, title: String) throws(ExportError) -> OpenList {
        let file = try place.open("\(name).\(format.fileExtension)")
        guard lines == nil else {
            try file.append(head)
            return OpenList(file: file, writer: nil)
        }
        return OpenList(file: file, writer: try format.writer(layout, fields, title: title))
    }

    private func close(_ list: OpenList, _ expected: Int) throws(ExportError) -> StoredFile {
        guard list.rows == expected else {
            throw .incomplete(list: list.file.name, rows: list.rows, expected: expected)
        }
        if let writer = list.writer {
            try writer.end()
            while case let bytes = try writer.take(), !bytes.isEmpty { try list.file.append(bytes) }
        }
        return try list.file.finish(rows: list.rows)
    }
}
