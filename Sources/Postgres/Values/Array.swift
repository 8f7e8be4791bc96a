// One-dimensional arrays; the binary form is that of `array_send` in the server: dimensions, whether there are nulls,
// element type, then length and lower bound of each dimension, then each element with its length (-1: null).

extension Array: PostgresEncodable where Element: PostgresArrayEncodable {
    public static var postgresType: PostgresType { Element.postgresArrayType }

    public func encode(into buffer: inout PostgresBuffer) { Element.encodeArray(self, into: &buffer) }
}

extension Array: PostgresDecodable where Element: PostgresArrayDecodable {
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Self {
        try Element.decodeArray(bytes, as: type)
    }
}

extension PostgresArrayEncodable {
    public static func encodeArray(_ elements: [Self], into buffer: inout PostgresBuffer) {
        buffer.reserve(20 + elements.count * 12)
        buffer.append(Int32(elements.isEmpty ? 0 : 1))
        let nulls = buffer.count
        buffer.append(Int32(0))
        buffer.append(postgresType.oid)
        guard !elements.isEmpty else { return }
        buffer.append(Int32(clamping: elements.count))
        buffer.append(Int32(1))
        var hasNulls = false
        for element in elements {
            if element.isPostgresNull {
                hasNulls = true
                buffer.append(Int32(-1))
            } else {
                buffer.appendWithLength { element.encode(into: &$0) }
            }
        }
        if hasNulls { buffer.replaceInteger(at: nulls, by: 1) }
    }
}

extension PostgresArrayDecodable {
    public static func decodeArray(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> [Self] {
        guard let dimensions = bytes.integer(as: Int32.self), dimensions == 0 || dimensions == 1,
            let elementType = bytes.integer(at: 8, as: UInt32.self)
        else { throw [Self].notAnArray(type) }
        guard dimensions == 1 else { return [] }
        guard let count = bytes.integer(at: 12, as: Int32.self), count >= 0, Int(count) <= bytes.byteCount / 4 else {
            throw [Self].notAnArray(type)
        }
        var elements: [Self] = []
        elements.reserveCapacity(Int(count))
        var offset = 20
        for _ in 0..<count {
            guard let length = bytes.integer(at: offset, as: Int32.self) else { throw [Self].notAnArray(type) }
            offset += 4
            if length < 0 {
                elements.append(try decodePostgresNull())
            } else {
                guard bytes.byteCount - offset >= Int(length) else { throw [Self].notAnArray(type) }
                let element = bytes.extracting(offset..<offset + Int(length))
                elements.append(try decode(element, as: PostgresType(oid: elementType)))
                offset += Int(length)
            }
        }
        return elements
    }
}

extension Array where Element: PostgresArrayDecodable {
    fileprivate static func notAnArray(_ type: PostgresType) -> PostgresError {
        PostgresError(.decoding, cause: "type \(type.oid) where an array of \(Element.self) was expected")
    }
}
