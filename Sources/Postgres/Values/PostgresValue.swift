/// A value that can be a parameter. All travel in PostgreSQL's binary format, so nothing is quoted or parsed.
public protocol PostgresEncodable: Sendable {
    /// The type under which the parameter is declared; SQL casts from there where a statement needs another.
    static var postgresType: PostgresType { get }

    /// Whether this is SQL's null, in which case `encode` is not called.
    var isPostgresNull: Bool { get }

    /// Appends the binary form.
    func encode(into buffer: inout PostgresBuffer)
}

/// A value that can be read from a column.
public protocol PostgresDecodable: Sendable {
    /// Reads the binary form of a value of the given type, or throws `.decoding`.
    static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Self

    /// What null is read as. Throws `.decoding` unless the type says otherwise, as `Optional` does.
    static func decodePostgresNull() throws(PostgresError) -> Self
}

/// A value of which PostgreSQL has arrays, sent as one parameter.
public protocol PostgresArrayEncodable: PostgresEncodable {
    /// The type under which an array of such values is declared.
    static var postgresArrayType: PostgresType { get }

    /// Appends the binary form of an array.
    static func encodeArray(_ elements: [Self], into buffer: inout PostgresBuffer)
}

/// A value of which PostgreSQL has arrays, read from one column.
public protocol PostgresArrayDecodable: PostgresDecodable {
    /// Reads the binary form of an array of the given type, or throws `.decoding`.
    static func decodeArray(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> [Self]
}

/// What goes both ways, by itself and in arrays.
public typealias PostgresValue = PostgresArrayEncodable & PostgresArrayDecodable

extension PostgresEncodable {
    public var isPostgresNull: Bool { false }
}

extension PostgresDecodable {
    public static func decodePostgresNull() throws(PostgresError) -> Self {
        throw PostgresError(.decoding, cause: "null where \(Self.self) was expected")
    }

    static func mismatch(_ type: PostgresType, _ bytes: RawSpan) -> PostgresError {
        PostgresError(
            .decoding, cause: "type \(type.oid) of \(bytes.byteCount) bytes where \(Self.self) was expected")
    }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    public static var postgresType: PostgresType { Wrapped.postgresType }

    public var isPostgresNull: Bool { self?.isPostgresNull ?? true }

    public func encode(into buffer: inout PostgresBuffer) { self?.encode(into: &buffer) }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Self {
        try Wrapped.decode(bytes, as: type)
    }

    public static func decodePostgresNull() throws(PostgresError) -> Self { nil }
}

extension Optional: PostgresArrayEncodable where Wrapped: PostgresArrayEncodable {
    public static var postgresArrayType: PostgresType { Wrapped.postgresArrayType }
}

extension Optional: PostgresArrayDecodable where Wrapped: PostgresArrayDecodable {}

/// Enumerations and other wrappers of a raw value travel as that value, once they declare the conformance.
extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    public static var postgresType: PostgresType { RawValue.postgresType }

    public func encode(into buffer: inout PostgresBuffer) { rawValue.encode(into: &buffer) }
}

extension PostgresArrayEncodable where Self: RawRepresentable, RawValue: PostgresArrayEncodable {
    public static var postgresArrayType: PostgresType { RawValue.postgresArrayType }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Self {
        guard let value = Self(rawValue: try RawValue.decode(bytes, as: type)) else {
            throw PostgresError(.decoding, cause: "a value that \(Self.self) does not have")
        }
        return value
    }
}
