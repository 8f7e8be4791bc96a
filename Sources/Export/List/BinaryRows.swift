internal import RegistrationStore

/// Reads the rows that PostgreSQL put aside (`PostgresHeldRows`) from pieces that hold whole rows.
///
/// A row's values stay where they came: who writes one copies it from there, and nothing is made for it.
struct BinaryRows {
    /// Where a value lies in the piece.
    private struct Place {
        var start = 0
        /// Below zero where there is none (SQL's null).
        var count = -1
    }

    private let forms: [ExportField.Form]
    private var values: [Place]
    private var piece: [UInt8] = []
    private var place = 0

    init(fields: [ExportField]) {
        forms = fields.map(\.form)
        values = Array(repeating: Place(), count: fields.count)
    }

    // MARK: Reading on

    /// Before which `next` must have returned nil.
    mutating func take(_ piece: [UInt8]) {
        self.piece = piece
        place = 0
    }

    /// Goes to the next row; returns its session's number, and nil at the end of the piece.
    mutating func next() throws(ExportError) -> Int? {
        guard place < piece.count else { return nil }
        guard Int(try integer(Int16.self)) == values.count + 1, try integer(Int32.self) == 4 else {
            throw .unreadableAnswer
        }
        let session = Int(try integer(Int32.self))
        for field in values.indices {
            let length = Int(try integer(Int32.self))
            guard place + length <= piece.count, length < 0 || Self.isRight(length, for: forms[field]) else {
                throw .unreadableAnswer
            }
            values[field] = Place(start: place, count: length)
            place += max(length, 0)
        }
        return session
    }

    private static func isRight(_ length: Int, for form: ExportField.Form) -> Bool {
        switch form {
        case .integer: length == 4
        case .longInteger, .instant: length == 8
        case .text: true
        }
    }

    private mutating func integer<Value: FixedWidthInteger>(_: Value.Type) throws(ExportError) -> Value {
        let size = MemoryLayout<Value>.size
        guard place + size <= piece.count else { throw .unreadableAnswer }
        defer { place += size }
        return read(at: place)
    }

    private func read<Value: FixedWidthInteger>(at place: Int) -> Value {
        piece.withUnsafeBytes { Value(bigEndian: $0.loadUnaligned(fromByteOffset: place, as: Value.self)) }
    }

    // MARK: The row's values, by their place among the fields

    /// A number of either size; nil where there is none.
    func number(_ field: Int) -> Int? {
        let value = values[field]
        guard value.count >= 0 else { return nil }
        return value.count == 4 ? Int(read(at: value.start) as Int32) : Int(read(at: value.start) as Int64)
    }

    /// Seconds since 1970, rounded down; nil where there is none.
    func instant(_ field: Int) -> Int? {
        // Microseconds since 2000.
        guard let microseconds = number(field) else { return nil }
        return microseconds / 1_000_000 - (microseconds % 1_000_000 < 0 ? 1 : 0) + 946_684_800
    }

    /// Hands over a text's UTF-8, for the time of the call; nothing where there is none.
    func withText(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let value = values[field]
        guard value.count >= 0 else { return }
        let end = value.start + value.count
        piece.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[value.start..<end])) }
    }
}
