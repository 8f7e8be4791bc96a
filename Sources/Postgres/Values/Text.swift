public import Foundation

extension String: PostgresValue {
    public static var postgresType: PostgresType { .text }
    public static var postgresArrayType: PostgresType { .textArray }

    /// PostgreSQL's text holds no NUL; a string with one is refused by the server (22021).
    public func encode(into buffer: inout PostgresBuffer) { buffer.append(self) }

    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> String {
        if type.isTextual { return bytes.text }
        if type == .jsonb, bytes.byteCount > 0 { return bytes.extracting(droppingFirst: 1).text }
        throw mismatch(type, bytes)
    }
}

extension UUID: PostgresValue {
    public static var postgresType: PostgresType { .uuid }
    public static var postgresArrayType: PostgresType { .uuidArray }

    public func encode(into buffer: inout PostgresBuffer) {
        withUnsafeBytes(of: uuid) { buffer.append($0) }
    }

    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> UUID {
        guard type == .uuid, bytes.byteCount == 16 else { throw mismatch(type, bytes) }
        return UUID(uuid: bytes.unsafeLoadUnaligned(as: uuid_t.self))
    }
}

/// A JSON text, as it is; what it holds is the caller's to encode and decode.
public struct PostgresJSON: Sendable, Hashable, PostgresValue {
    /// The text, in UTF-8.
    public var bytes: [UInt8]

    /// - Parameter bytes: a JSON text in UTF-8; the server refuses what is none (22P02).
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A value as JSON. Throws what the encoder does.
    public init(encoding value: some Encodable, with encoder: JSONEncoder = JSONEncoder()) throws {
        bytes = [UInt8](try encoder.encode(value))
    }

    /// The value that the text stands for. Throws what the decoder does.
    public func decode<Value: Decodable>(_ type: Value.Type, with decoder: JSONDecoder = JSONDecoder()) throws -> Value
    {
        try decoder.decode(type, from: Data(bytes))
    }

    public static var postgresType: PostgresType { .jsonb }
    public static var postgresArrayType: PostgresType { .jsonbArray }

    /// jsonb's binary form is a version byte, 1, and the text.
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(UInt8(1))
        buffer.append(bytes)
    }

    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> PostgresJSON {
        switch type {
        case .json: return PostgresJSON(bytes: bytes.array)
        case .jsonb:
            guard bytes.integer(as: UInt8.self) == 1 else { throw mismatch(type, bytes) }
            return PostgresJSON(bytes: bytes.extracting(droppingFirst: 1).array)
        default: throw mismatch(type, bytes)
        }
    }
}
