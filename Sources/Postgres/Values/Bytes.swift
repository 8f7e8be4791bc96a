// `[UInt8]` is bytea. One `UInt8` by itself is the one-byte type "char".

extension UInt8: PostgresValue {
    public static var postgresType: PostgresType { .char }
    public static var postgresArrayType: PostgresType { .bytea }

    public func encode(into buffer: inout PostgresBuffer) { buffer.append(self) }

    public static func encodeArray(_ elements: [UInt8], into buffer: inout PostgresBuffer) { buffer.append(elements) }

    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> UInt8 {
        guard type == .char, let value = bytes.integer(as: UInt8.self) else { throw mismatch(type, bytes) }
        return value
    }

    public static func decodeArray(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> [UInt8] {
        guard type == .bytea else { throw [UInt8].mismatch(type, bytes) }
        return bytes.array
    }
}

extension Array: PostgresArrayEncodable where Element == UInt8 {
    public static var postgresArrayType: PostgresType { .byteaArray }
}

extension Array: PostgresArrayDecodable where Element == UInt8 {}
