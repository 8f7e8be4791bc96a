internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Writes the lists of sessions, and one of all of them, in one pass over the rows: whatever their number, no more than
/// a piece of the rows and two lists in each format are open.
final class SessionLists {
    private let sessions: [ExportedSession]
    private let layout: ListLayout
    private let formats: [ListFormat]
    private let place: any FilePlace
    private let columns: ListColumns
    private(set) var files: [StoredFile] = []
    private(set) var rows = 0

    private var whole: [OpenList]
    private var open: [OpenList] = []
    private var template: [ListValue] = []
    /// How many sessions' lists were opened.
    private var position = 0

    /// - Parameter whole: the name and title of the list of all sessions; `nil` where there is to be none.
    init(
        of sessions: [ExportedSession], _ layout: ListLayout, as formats: [ListFormat], in place: any FilePlace,
        whole: (name: String, title: String)?
    ) throws(ExportError) {
        self.sessions = sessions
        self.layout = layout
        self.formats = formats
        self.place = place
        columns = ListColumns(layout.columns)
        self.whole = []
        if let whole { self.whole = try openLists(named: whole.name, title: whole.title) }
    }

    /// What has to be read of each sign-up.
    var fields: [ExportField] { columns.fields }

    /// Reads the rows to their end.
    ///
    /// - Parameter progress: told now and then how many sign-ups were written.
    func write<Pieces: AsyncSequence>(_ pieces: Pieces, progress: (Int) async -> Void) async throws
    where Pieces.Element == [UInt8] {
        var reader = BinaryRows(fields: columns.fields)
        for try await piece in pieces {
            try reader.take(piece)
            try add(from: &reader)
            await progress(rows)
        }
        try finish()
    }

    private func add(from reader: inout BinaryRows) throws(ExportError) {
        var read: [ListValue] = []
        while let session = try reader.next(into: &read) {
            try turn(to: session)
            columns.fill(&template, with: read)
            for list in open { try list.add(template) }
            for list in whole { try list.add(template) }
            rows += 1
        }
        for list in whole { try list.drain() }
        for list in open { try list.drain() }
    }

    /// Closes the list of the session before, and opens those up to a session's: most have rows, some have none.
    private func turn(to session: Int) throws(ExportError) {
        guard session <= sessions.count else { throw .unreadableAnswer }
        while position < session {
            try closeSession()
            let next = sessions[position]
            template = columns.template(for: next)
            open = try openLists(named: next.slug, title: next.title[layout.language])
            position += 1
        }
    }

    private func closeSession() throws(ExportError) {
        guard position > 0 else { return }
        let session = sessions[position - 1]
        for list in open { files.append(try list.close(expecting: session.signUps)) }
        open = []
    }

    private func finish() throws(ExportError) {
        try turn(to: sessions.count)
        try closeSession()
        let expected = sessions.reduce(0) { $0 + $1.signUps }
        for list in whole { files.append(try list.close(expecting: expected)) }
    }

    private func openLists(named name: String, title: String) throws(ExportError) -> [OpenList] {
        try formats.map { format throws(ExportError) in
            OpenList(
                file: try place.open("\(name).\(format.fileExtension)"),
                writer: try format.writer(layout, title: title))
        }
    }
}

/// A list while it is written to its file.
private final class OpenList {
    private let file: OutputFile
    private let writer: any ListWriter
    private var rows = 0

    init(file: OutputFile, writer: any ListWriter) {
        self.file = file
        self.writer = writer
    }

    func add(_ row: [ListValue]) throws(ExportError) {
        try writer.add(row)
        rows += 1
    }

    /// Writes what is ready.
    func drain() throws(ExportError) { try file.append(writer.take()) }

    /// - Throws: `ExportError.incomplete` where it has not as many rows as the database counts.
    func close(expecting expected: Int) throws(ExportError) -> StoredFile {
        guard rows == expected else { throw .incomplete(list: file.name, rows: rows, expected: expected) }
        try writer.end()
        while true {
            let bytes = try writer.take()
            if bytes.isEmpty { break }
            try file.append(bytes)
        }
        return try file.finish(rows: rows)
    }
}
