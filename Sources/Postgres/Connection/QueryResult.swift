import CLibPQ

/// A `PGresult`, released when it goes out of scope.
struct QueryResult: ~Copyable {
    private let result: OpaquePointer

    init(owning result: OpaquePointer) {
        self.result = result
    }

    deinit {
        PQclear(result)
    }

    var status: ExecStatusType { PQresultStatus(result) }

    var cells: Cells { Cells(result) }

    /// The command tag: `SELECT 3`, `ROLLBACK`.
    var command: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

    var isError: Bool { status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE }

    /// What the server reported; nil where libpq made the error up, as it does when the connection is lost.
    var report: PostgresError.ServerReport? { Self.report(result) }

    var message: String { String(cString: PQresultErrorMessage(result)).trimmed }

    /// The error as its receiver sees it.
    var error: PostgresError {
        guard let report else { return PostgresError(.unknownOutcome, cause: message) }
        return PostgresError(.server(report.sqlState), server: report)
    }

    /// Whether the server ends the connection with this, as its severity says.
    static func endsConnection(_ result: OpaquePointer) -> Bool {
        ["FATAL", "PANIC"].contains(field("V", of: result))
    }

    /// - Parameter code: one of PG_DIAG_SQLSTATE and its like in postgres_ext.h, which are character constants.
    private static func field(_ code: Unicode.Scalar, of result: OpaquePointer) -> String? {
        PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }

    static func report(_ result: OpaquePointer) -> PostgresError.ServerReport? {
        func field(_ code: Unicode.Scalar) -> String? { Self.field(code, of: result) }
        guard let sqlState = field("C") else { return nil }
        return PostgresError.ServerReport(
            sqlState: sqlState, message: field("M") ?? "", detail: field("D"), hint: field("H"), context: field("W"),
            schema: field("s"), table: field("t"), column: field("c"), constraint: field("n"),
            position: field("P").flatMap { Int($0) })
    }

    func decode<Statement: PostgresStatement>(_ statement: Statement.Type) throws(PostgresError) -> [Statement.Row] {
        let cells = cells
        var rows: [Statement.Row] = []
        rows.reserveCapacity(Int(cells.rows))
        for index in 0..<cells.rows {
            var row = PostgresRow(cells, index: index)
            do {
                rows.append(try Statement.decode(&row))
            } catch let error as PostgresError {
                throw error
            } catch {
                throw PostgresError(.decoding, cause: "\(type(of: error)) from the decoder of \(Statement.self)")
            }
        }
        return rows
    }

    /// Adds the rows, each with its number of columns, and each column with its length, big-endian.
    func append(to bytes: inout [UInt8]) {
        let cells = Cells(result)
        for row in 0..<cells.rows {
            withUnsafeBytes(of: Int16(cells.columns).bigEndian) { bytes.append(contentsOf: $0) }
            for column in 0..<cells.columns {
                let cell = cells.cell(row: row, column: column)
                withUnsafeBytes(of: Int32(cell?.count ?? -1).bigEndian) { bytes.append(contentsOf: $0) }
                if let cell { bytes.append(contentsOf: cell) }
            }
        }
    }

    /// The table of values, valid as long as the result it was taken from.
    struct Cells {
        private let result: OpaquePointer
        let rows: Int32
        let columns: Int32

        fileprivate init(_ result: OpaquePointer) {
            self.result = result
            rows = PQntuples(result)
            columns = PQnfields(result)
        }

        func type(_ column: Int32) -> PostgresType { PostgresType(oid: PQftype(result, column)) }

        func name(_ column: Int32) -> String { PQfname(result, column).map { String(cString: $0) } ?? "?" }

        /// Nil for null.
        func cell(row: Int32, column: Int32) -> UnsafeRawBufferPointer? {
            guard PQgetisnull(result, row, column) == 0 else { return nil }
            return UnsafeRawBufferPointer(
                start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
        }
    }
}

extension String {
    /// libpq ends its messages with line breaks.
    var trimmed: String {
        var view = self[...]
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
