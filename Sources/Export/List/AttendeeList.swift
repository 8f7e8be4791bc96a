internal import Foundation
internal import Presentation
internal import Registration
public import RegistrationStore

/// One list of a scope, in one format, handed on piece by piece: for whoever downloads it.
public struct AttendeeList: Sendable {
    private let format: ListFormat
    private let layout: ListLayout

    /// - Parameter layout: Its time zone does not count: lists are in the edition's.
    public init(_ format: ListFormat, _ layout: ListLayout = ListLayout()) {
        self.format = format
        self.layout = layout
    }

    public var formatName: String { format.rawValue }

    public var columnKeys: String { layout.columns.map(\.rawValue).joined(separator: ",") }

    /// Writes the list of a run that has begun, in one snapshot, and notes how it ended.
    ///
    /// - Parameters:
    ///   - sink: takes the bytes; slow ones slow the reading down.
    ///   - progress: told now and then how many sign-ups were read.
    public func write(
        _ run: ExportDatabase.Run, from database: ExportDatabase, to sink: ([UInt8]) async throws -> Void,
        progress: (Int) async -> Void = { _ in }
    ) async throws {
        do {
            let (rows, bytes) = try await read(run, database, sink, progress)
            try await database.end(run, rows: rows, files: 1, bytes: bytes)
        } catch {
            try? await database.end(run, rows: 0, files: 0, bytes: 0, error: recordable(error))
            throw error
        }
    }

    private func read(
        _ run: ExportDatabase.Run, _ database: ExportDatabase, _ sink: ([UInt8]) async throws -> Void,
        _ progress: (Int) async -> Void
    ) async throws -> (rows: Int, bytes: Int) {
        try await database.liftTimeLimits()
        return try await database.inOneSnapshot {
            let edition = try await database.currentEdition()
            var layout = layout
            layout.timeZone = edition?.timeZone ?? .gmt
            let sessions = try await database.sessions(of: run)
            let title =
                sessions.count == 1
                ? sessions[0].title[layout.language] : layout.language.wholeListTitle(edition?.firstDay)
            let list = StreamedList(sessions, layout, try format.writer(layout, title: title))
            try await list.write(database.rows(of: run, list.fields), to: sink, progress: progress)
            return (list.rows, list.bytes)
        }
    }
}

/// A list while it is read and handed on.
private final class StreamedList {
    private let sessions: [ExportedSession]
    private let columns: ListColumns
    private let writer: any ListWriter
    private(set) var rows = 0
    private(set) var bytes = 0
    private var session = 0
    private var template: [ListValue] = []

    init(_ sessions: [ExportedSession], _ layout: ListLayout, _ writer: any ListWriter) {
        self.sessions = sessions
        self.writer = writer
        columns = ListColumns(layout.columns)
    }

    var fields: [ExportField] { columns.fields }

    func write<Pieces: AsyncSequence>(
        _ pieces: Pieces, to sink: ([UInt8]) async throws -> Void, progress: (Int) async -> Void
    ) async throws where Pieces.Element == [UInt8] {
        var reader = BinaryRows(fields: columns.fields)
        for try await piece in pieces {
            try reader.take(piece)
            try add(from: &reader)
            try await pass(writer.take(), to: sink)
            await progress(rows)
        }
        try end()
        while case let ready = try writer.take(), !ready.isEmpty { try await pass(ready, to: sink) }
    }

    private func add(from reader: inout BinaryRows) throws(ExportError) {
        var read: [ListValue] = []
        while let next = try reader.next(into: &read) {
            guard next <= sessions.count else { throw .unreadableAnswer }
            if next != session { template = columns.template(for: sessions[next - 1]) }
            session = next
            columns.fill(&template, with: read)
            try writer.add(template)
            rows += 1
        }
    }

    /// - Throws: `ExportError.incomplete` where there were not as many rows as the database counts.
    private func end() throws(ExportError) {
        let expected = sessions.reduce(0) { $0 + $1.signUps }
        guard rows == expected else { throw .incomplete(list: "list", rows: rows, expected: expected) }
        try writer.end()
    }

    private func pass(_ ready: [UInt8], to sink: ([UInt8]) async throws -> Void) async throws {
        guard !ready.isEmpty else { return }
        bytes += ready.count
        try await sink(ready)
    }
}
