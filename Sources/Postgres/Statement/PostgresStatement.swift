/// One SQL statement as a type: its text, its parameters and the shape of its rows.
///
/// The type is the statement's identity: it is prepared once per connection, at its first use, under the types of its
/// parameters. `sql` is therefore the same each time, and holds `$1`, `$2`… where values go.
public protocol PostgresStatement: Sendable {
    /// What a row becomes; `Void` where there is none to read.
    associatedtype Row: Sendable

    /// One statement, the same text each time.
    static var sql: String { get }

    /// Appends the values for `$1`, `$2`… in order.
    func bind(_ parameters: inout PostgresParameters)

    /// Reads one row, column by column from the left. Runs on the connection's queue, so it only reads.
    static func decode(_ row: inout PostgresRow) throws -> Row
}

extension PostgresStatement {
    public func bind(_ parameters: inout PostgresParameters) {}
}

extension PostgresStatement where Row == Void {
    public static func decode(_ row: inout PostgresRow) throws {}
}

/// The values of a statement's parameters, in one piece of memory.
public struct PostgresParameters: Sendable {
    private(set) var types: [UInt32] = []
    /// For each parameter where it starts in `buffer`, and its length; -1 for null.
    private(set) var places: [(start: Int, length: Int32)] = []
    private(set) var buffer = PostgresBuffer()

    init() {}

    /// Throws `.misuse` for more than a message can carry. The server would end the connection for it, which others share.
    init(of statement: some PostgresStatement) throws(PostgresError) {
        statement.bind(&self)
        guard places.count <= Self.mostValues, buffer.count + places.count * 6 <= Self.mostBytes else {
            throw PostgresError(.misuse, cause: "\(places.count) parameters of \(buffer.count) bytes are too many")
        }
    }

    /// The protocol counts them in sixteen bits.
    private static let mostValues = 65_535
    /// The server's `PQ_LARGE_MESSAGE_LIMIT`, less what the message has besides the values.
    private static let mostBytes = 0x3fff_fffe - 1024

    /// Adds the next parameter's value.
    public mutating func append<Value: PostgresEncodable>(_ value: Value) {
        types.append(Value.postgresType.oid)
        let start = buffer.count
        if value.isPostgresNull {
            places.append((start, -1))
        } else {
            value.encode(into: &buffer)
            places.append((start, Int32(clamping: buffer.count - start)))
        }
    }
}

/// One row under way to its Swift value; each `decode` takes the next column.
public struct PostgresRow: ~Copyable {
    private let result: QueryResult.Cells
    private let index: Int32
    private var column: Int32 = 0

    init(_ result: QueryResult.Cells, index: Int32) {
        self.result = result
        self.index = index
    }

    /// Reads the next column. Throws `.decoding` where it is missing, null or of another type.
    public mutating func decode<Value: PostgresDecodable>(_ type: Value.Type = Value.self) throws(PostgresError)
        -> Value
    {
        let column = column
        self.column += 1
        guard column < result.columns else {
            throw PostgresError(.decoding, cause: "\(result.columns) columns where more were expected")
        }
        do {
            guard let bytes = result.cell(row: index, column: column) else { return try Value.decodePostgresNull() }
            return try Value.decode(bytes.bytes, as: result.type(column))
        } catch {
            throw PostgresError(.decoding, cause: "column \(result.name(column)): \(error.cause ?? "unreadable")")
        }
    }
}
