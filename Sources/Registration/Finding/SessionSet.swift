/// Some of the sessions of an index, one bit each: five thousand are met and counted in a microsecond.
public struct SessionSet: Hashable, Sendable {
    private var bits: [UInt64]
    /// How many there are to choose from.
    public let size: Int

    public init(size: Int) {
        self.size = size
        bits = Array(repeating: 0, count: (size + 63) / 64)
    }

    /// All of them.
    public static func all(_ size: Int) -> SessionSet {
        var set = SessionSet(size: size)
        for position in 0..<size { set.insert(position) }
        return set
    }

    public mutating func insert(_ position: Int) { bits[position >> 6] |= 1 << UInt64(position & 63) }

    public func contains(_ position: Int) -> Bool { bits[position >> 6] & (1 << UInt64(position & 63)) != 0 }

    public var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    public func intersection(_ other: SessionSet) -> SessionSet {
        var result = self
        for index in bits.indices { result.bits[index] &= other.bits[index] }
        return result
    }

    /// The same as `intersection(other).count`, without making it.
    public func countOfIntersection(_ other: SessionSet) -> Int {
        var count = 0
        for index in bits.indices { count += (bits[index] & other.bits[index]).nonzeroBitCount }
        return count
    }

    public mutating func formUnion(_ other: SessionSet) {
        for index in bits.indices { bits[index] |= other.bits[index] }
    }

    /// Their positions, in order.
    public var positions: [Int] {
        var result: [Int] = []
        for (index, word) in bits.enumerated() {
            var word = word
            while word != 0 {
                result.append(index * 64 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
        return result
    }
}
