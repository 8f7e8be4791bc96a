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

    /// As the record of exports calls it.
    public var formatName: String { format.rawValue }

    /// Between commas, as the record of exports has them.
    public var columnKeys: String { layout.columns.map(\.rawValue).joined(separator: ",") }

    /// Writes the list of a run that has begun, in one snapshot, and notes how it ended.
    ///
    /// - Parameters:
    ///   - demand: tells whether to step back; `nil` for full speed.
    ///   - sink: takes the bytes; slow ones slow the reading down.
    ///   - progress: told now and then how many sign-ups were read.
    public func write(
        _ run: ExportDatabase.Run, from database: ExportDatabase, demand: ExportDemand? = nil,
        to sink: ([UInt8]) async throws -> Void, progress: (Int) async -> Void = { _ in }
    ) async throws {
        do {
            let (rows, bytes) = try await read(run, database, Pace(demand), sink, progress)
            try await database.end(run, rows: rows, files: 1, bytes: bytes)
        } catch {
            try? await database.end(run, rows: 0, files: 0, bytes: 0, error: recordable(error))
            throw error
        }
    }

    private func read(
        _ run: ExportDatabase.Run, _ database: ExportDatabase, _ pace: Pace,
        _ sink: ([UInt8]) async throws -> Void, _ progress: (Int) async -> Void
    ) async throws -> (rows: Int, bytes: Int) {
        try await database.liftLimits()
        try await database.hold(run)
        let (list, rows) = try await database.inOneSnapshot {
            let edition = try await database.currentEdition()
            var layout = layout
            layout.timeZone = edition?.timeZone ?? .gmt
            let sessions = try await database.sessions(of: run)
            let title =
                sessions.count == 1
                ? sessions[0].title[layout.language] : layout.language.wholeListTitle(edition?.firstDay)
            let fields = ListFormat.fields(of: [format], layout)
            let list = StreamedList(sessions, fields, try format.writer(layout, fields, title: title), pace)
            return (list, try await database.rows(of: run, fields))
        }
        await pace.begin()
        try await list.write(rows, to: sink, progress: progress)
        return (list.rows, list.bytes)
    }
}

/// A list while it is read and handed on.
private final class StreamedList {
    private let sessions: [ExportedSession]
    private let fields: [ExportField]
    private let writer: any ListWriter
    private let pace: Pace
    private(set) var rows = 0
    private(set) var bytes = 0
    /// How many sessions were begun.
    private var position = 0

    init(_ sessions: [ExportedSession], _ fields: [ExportField], _ writer: any ListWriter, _ pace: Pace) {
        self.sessions = sessions
        self.fields = fields
        self.writer = writer
        self.pace = pace
    }

    func write<Pieces: AsyncSequence>(
        _ pieces: Pieces, to sink: ([UInt8]) async throws -> Void, progress: (Int) async -> Void
    ) async throws where Pieces.Element == [UInt8] {
        var reader = BinaryRows(fields: fields)
        for try await piece in pieces {
            reader.take(piece)
            try add(from: &reader)
            try await pass(writer.take(), to: sink)
            await progress(rows)
            try await pace.rest()
        }
        try end()
        while case let ready = try writer.take(), !ready.isEmpty { try await pass(ready, to: sink) }
    }

    private func add(from reader: inout BinaryRows) throws(ExportError) {
        while let session = try reader.next() {
            if session != position { try turn(to: session) }
            try writer.add(reader)
            rows += 1
        }
    }

    /// Those without sign-ups have their turn, too.
    private func turn(to session: Int) throws(ExportError) {
        guard session <= sessions.count, session >= position else { throw .unreadableAnswer }
        while position < session {
            try writer.turn(to: sessions[position])
            position += 1
        }
    }

    /// - Throws: `ExportError.incomplete` where there were not as many rows as the database counts.
    private func end() throws(ExportError) {
        try turn(to: sessions.count)
        let expected = sessions.reduce(0) { $0 + $1.signUps }
        guard rows == expected else { throw .incomplete(list: "list", rows: rows, expected: expected) }
        try writer.end()
    }

    private func pass(_ ready: [UInt8], to sink: ([UInt8]) async throws -> Void) async throws {
        guard !ready.isEmpty else { return }
        bytes += ready.count
        let began = ContinuousClock.now
        try await sink(ready)
        pace.leaveOut(ContinuousClock.now - began)
    }
}
