internal import CQREncode

/// A QR code (ISO/IEC 18004) as a square of modules, dark or light, without its quiet zone.
public struct QRCode: Hashable, Sendable {
    /// Modules along one side: 21 to 177.
    public let size: Int
    private let dark: [Bool]

    /// What the standard asks to leave free on each side, in modules.
    static let quietZone = 4

    /// Error correction of level M: a seventh of the code may be dirty or torn.
    ///
    /// - Parameter text: a link, byte for byte.
    /// - Throws: `TooLong` beyond what the largest code holds at that level, 2,331 bytes.
    public init(_ text: String) throws(TooLong) {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            throw TooLong(bytes: bytes.count)
        }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        // Of each module's byte, the lowest bit is its colour.
        dark = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
    }

    public struct TooLong: Error, Hashable, Sendable {
        public let bytes: Int
    }

    public func isDark(row: Int, column: Int) -> Bool { dark[row * size + column] }

    /// The dark stretches of a row, from left to right.
    func runs(row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for column in 0...size {
            let isDark = column < size && isDark(row: row, column: column)
            if isDark, start == nil { start = column }
            if !isDark, let begun = start {
                runs.append(begun..<column)
                start = nil
            }
        }
        return runs
    }
}
