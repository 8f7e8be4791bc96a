// Integers are read from any integer type in which they fit, so that a view may change `integer` to `bigint`.

private func decodeInteger<Integer: FixedWidthInteger & PostgresDecodable>(
    _ bytes: RawSpan, _ type: PostgresType
) throws(PostgresError) -> Integer {
    let value: Integer? =
        switch type {
        case .int8: bytes.integer(as: Int64.self).flatMap(Integer.init(exactly:))
        case .int4: bytes.integer(as: Int32.self).flatMap(Integer.init(exactly:))
        case .int2: bytes.integer(as: Int16.self).flatMap(Integer.init(exactly:))
        case .oid: bytes.integer(as: UInt32.self).flatMap(Integer.init(exactly:))
        default: nil
        }
    guard let value else { throw Integer.mismatch(type, bytes) }
    return value
}

extension Int: PostgresValue {
    public static var postgresType: PostgresType { .int8 }
    public static var postgresArrayType: PostgresType { .int8Array }
    public func encode(into buffer: inout PostgresBuffer) { buffer.append(Int64(self)) }
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Int {
        try decodeInteger(bytes, type)
    }
}

extension Int64: PostgresValue {
    public static var postgresType: PostgresType { .int8 }
    public static var postgresArrayType: PostgresType { .int8Array }
    public func encode(into buffer: inout PostgresBuffer) { buffer.append(self) }
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Int64 {
        try decodeInteger(bytes, type)
    }
}

extension Int32: PostgresValue {
    public static var postgresType: PostgresType { .int4 }
    public static var postgresArrayType: PostgresType { .int4Array }
    public func encode(into buffer: inout PostgresBuffer) { buffer.append(self) }
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Int32 {
        try decodeInteger(bytes, type)
    }
}

extension Int16: PostgresValue {
    public static var postgresType: PostgresType { .int2 }
    public static var postgresArrayType: PostgresType { .int2Array }
    public func encode(into buffer: inout PostgresBuffer) { buffer.append(self) }
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Int16 {
        try decodeInteger(bytes, type)
    }
}

extension Double: PostgresValue {
    public static var postgresType: PostgresType { .float8 }
    public static var postgresArrayType: PostgresType { .float8Array }
    public func encode(into buffer: inout PostgresBuffer) { buffer.append(bitPattern) }
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Double {
        switch type {
        case .float8:
            if let bits = bytes.integer(as: UInt64.self) { return Double(bitPattern: bits) }
        case .float4:
            if let bits = bytes.integer(as: UInt32.self) { return Double(Float(bitPattern: bits)) }
        default: break
        }
        throw mismatch(type, bytes)
    }
}

extension Float: PostgresValue {
    public static var postgresType: PostgresType { .float4 }
    public static var postgresArrayType: PostgresType { .float4Array }
    public func encode(into buffer: inout PostgresBuffer) { buffer.append(bitPattern) }
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Float {
        guard type == .float4, let bits = bytes.integer(as: UInt32.self) else { throw mismatch(type, bytes) }
        return Float(bitPattern: bits)
    }
}

extension Bool: PostgresValue {
    public static var postgresType: PostgresType { .bool }
    public static var postgresArrayType: PostgresType { .boolArray }
    public func encode(into buffer: inout PostgresBuffer) { buffer.append(UInt8(self ? 1 : 0)) }
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Bool {
        guard type == .bool, let byte = bytes.integer(as: UInt8.self) else { throw mismatch(type, bytes) }
        return byte != 0
    }
}
