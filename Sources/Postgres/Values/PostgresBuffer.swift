/// Bytes on their way to the server, in network byte order.
public struct PostgresBuffer: Sendable {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func reserve(_ more: Int) {
        bytes.reserveCapacity(bytes.count + more)
    }

    /// Adds an integer of its own width.
    public mutating func append<Integer: FixedWidthInteger>(_ integer: Integer) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Adds bytes as they are.
    public mutating func append(_ more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Adds a text in UTF-8, without a length or an end.
    public mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends what `body` does, with its length before it.
    mutating func appendWithLength(_ body: (inout PostgresBuffer) -> Void) {
        let start = bytes.count
        append(Int32(0))
        body(&self)
        // What needs more is more than any message can carry (`PostgresParameters`).
        replaceInteger(at: start, by: Int32(clamping: bytes.count - start - 4))
    }

    mutating func replaceInteger(at offset: Int, by integer: Int32) {
        withUnsafeBytes(of: integer.bigEndian) { new in
            for index in 0..<4 { bytes[offset + index] = new[index] }
        }
    }
}

extension RawSpan {
    /// The integer at an offset, from network byte order; nil where the bytes end before it does.
    func integer<Integer: FixedWidthInteger & BitwiseCopyable>(at offset: Int = 0, as: Integer.Type) -> Integer? {
        guard offset >= 0, byteCount - offset >= MemoryLayout<Integer>.size else { return nil }
        return Integer(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: Integer.self))
    }

    var text: String {
        withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    var array: [UInt8] {
        withUnsafeBytes { [UInt8]($0) }
    }
}
