internal import Presentation
internal import Registration
internal import RegistrationStore

/// Writes the lists of sessions, and one of all of them, in one pass over the rows: whatever their number, no more than
/// a piece of the rows and two lists in each format are open.
final class SessionLists {
    private let sessions: [ExportedSession]
    private let formats: [FormatLists]
    /// What has to be read of each sign-up.
    let fields: [ExportField]
    private(set) var files: [StoredFile] = []
    private(set) var rows = 0
    /// How many sessions' lists were opened.
    private var position = 0

    /// - Parameter whole: the name and title of the list of all sessions; `nil` where there is to be none.
    init(
        of sessions: [ExportedSession], _ layout: ListLayout, as formats: [ListFormat], in place: any FilePlace,
        whole: (name: String, title: String)?
    ) throws(ExportError) {
        let fields = ListFormat.fields(of: formats, layout)
        self.sessions = sessions
        self.fields = fields
        self.formats = try formats.map { format throws(ExportError) in
            try FormatLists(format, layout, fields, in: place, whole: whole)
        }
    }

    /// Reads the rows to their end.
    ///
    /// - Parameters:
    ///   - pace: how much of the time is work.
    ///   - progress: told now and then how many sign-ups were written.
    func write<Pieces: AsyncSequence>(_ pieces: Pieces, pace: Pace, progress: (Int) async -> Void) async throws
    where Pieces.Element == [UInt8] {
        var reader = BinaryRows(fields: fields)
        for try await piece in pieces {
            reader.take(piece)
            try add(from: &reader)
            await progress(rows)
            try await pace.rest()
        }
        try finish()
    }

    private func add(from reader: inout BinaryRows) throws(ExportError) {
        while let session = try reader.next() {
            if session != position { try turn(to: session) }
            for lists in formats { try lists.add(reader) }
            rows += 1
        }
        for lists in formats { try lists.drain() }
    }

    /// Closes the list of the session before, and opens those up to a session's: most have rows, some have none.
    private func turn(to session: Int) throws(ExportError) {
        guard session <= sessions.count, session >= position else { throw .unreadableAnswer }
        while position < session {
            try closeSession()
            for lists in formats { try lists.turn(to: sessions[position]) }
            position += 1
        }
    }

    private func closeSession() throws(ExportError) {
        guard position > 0 else { return }
        let expected = sessions[position - 1].signUps
        for lists in formats { if let file = try lists.closeSession(expecting: expected) { files.append(file) } }
    }

    private func finish() throws(ExportError) {
        try turn(to: sessions.count)
        try closeSession()
        let expected = sessions.reduce(0) { $0 + $1.signUps }
        for lists in formats { if let file = try lists.closeWhole(expecting: expected) { files.append(file) } }
    }
}
