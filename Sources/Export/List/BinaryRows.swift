internal import RegistrationStore

/// Reads the rows of a `COPY … (format binary)` (PostgreSQL manual, "COPY", "Binary Format") from pieces that hold whole rows.
struct BinaryRows {
    private let fields: [ExportField]
    private var piece: [UInt8] = []
    private var place = 0
    private var isHeaderRead = false

    init(fields: [ExportField]) { self.fields = fields }

    /// Before which `next` must have returned nil.
    mutating func take(_ piece: [UInt8]) throws(ExportError) {
        self.piece = piece
        place = 0
        guard !isHeaderRead else { return }
        guard piece.starts(with: Self.signature) else { throw .unreadableAnswer }
        // Flags, then as many bytes as the next number says.
        place = Self.signature.count + 4
        place += Int(try integer(Int32.self))
        isHeaderRead = true
    }

    private static let signature: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 13, 10, 0]

    /// Reads a row's fields into `values`; returns the session's number, and nil at the end of the piece.
    mutating func next(into values: inout [ListValue]) throws(ExportError) -> Int? {
        guard place < piece.count else { return nil }
        let count = try integer(Int16.self)
        if count == -1 { return nil }
        guard Int(count) == fields.count + 1, try integer(Int32.self) == 4 else { throw .unreadableAnswer }
        let session = Int(try integer(Int32.self))
        values.removeAll(keepingCapacity: true)
        for field in fields { values.append(try value(of: field)) }
        return session
    }

    private mutating func value(of field: ExportField) throws(ExportError) -> ListValue {
        let length = Int(try integer(Int32.self))
        if length < 0 { return .empty }
        switch field.form {
        case .integer: return .number(Int(try integer(Int32.self)))
        case .longInteger: return .number(Int(try integer(Int64.self)))
        case .instant: return .instant(Self.instant(try integer(Int64.self)))
        case .text:
            guard place + length <= piece.count else { throw .unreadableAnswer }
            defer { place += length }
            return .text(piece[place..<place + length])
        }
    }

    /// Seconds since 1970, rounded down, from microseconds since 2000.
    private static func instant(_ microseconds: Int64) -> Int {
        let seconds = microseconds / 1_000_000 - (microseconds % 1_000_000 < 0 ? 1 : 0)
        return Int(seconds) + 946_684_800
    }

    private mutating func integer<Value: FixedWidthInteger>(_: Value.Type) throws(ExportError) -> Value {
        let size = MemoryLayout<Value>.size
        guard place + size <= piece.count else { throw .unreadableAnswer }
        var value: Value = 0
        for offset in 0..<size { value = value << 8 | Value(truncatingIfNeeded: piece[place + offset]) }
        place += size
        return value
    }
}
