internal import RegistrationStore

/// Writes rows in one format. What can be written of them by now is taken from it, so that the list need not be in memory.
protocol ListWriter: AnyObject {
    /// Before a session's rows: what it gives to each of them.
    func turn(to session: ExportedSession) throws(ExportError)
    /// The row that the rows stand at.
    func add(_ row: BinaryRows) throws(ExportError)
    /// After the last row.
    func end() throws(ExportError)
    /// The bytes that are ready, some 64 KiB at a time; empty where there are none. After `end`, until it is empty.
    func take() throws(ExportError) -> [UInt8]
}

extension [UInt8] {
    /// Digits.
    mutating func appendDecimal(_ number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = count
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }
}
