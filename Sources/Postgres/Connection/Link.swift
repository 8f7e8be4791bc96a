import CLibPQ
import Glibc
import Logging

/// A `PGconn`: libpq's calls by what they mean here, closed when it goes out of scope.
///
/// Not `Sendable`, and its pointer never leaves it, so that the compiler keeps each connection on one queue.
struct Link: ~Copyable {
    private let connection: OpaquePointer
    private let notices: NoticeReceiver

    /// Connects, and returns once the session is usable. Blocks: looks host names up, tries each host and address for
    /// at most `connect_timeout`, and follows `target_session_attrs`, all as libpq does by itself.
    static func connecting(
        _ configuration: PostgresConfiguration, lane: Lane, logger: Logger
    ) throws(PostgresError) -> Link {
        let parameters = configuration.connectionParameters(for: lane).sorted { $0.key < $1.key }
        let connection = withCStrings(parameters.map(\.key)) { keys in
            withCStrings(parameters.map(\.value)) { values in PQconnectdbParams(keys, values, 0) }
        }
        guard let connection else { throw PostgresError(.notConnected, cause: "out of memory") }
        let link = Link(owning: connection, logger: logger)
        guard link.isAlive, PQsetnonblocking(connection, 1) == 0 else {
            throw PostgresError(.notConnected, cause: configuration.redact(link.message))
        }
        return link
    }

    private init(owning connection: OpaquePointer, logger: Logger) {
        self.connection = connection
        notices = NoticeReceiver(logger: logger)
        notices.install(on: connection)
    }

    deinit {
        PQfinish(connection)
    }

    enum Lane {
        case pipelined, exclusive
    }

    var socket: Int32 { PQsocket(connection) }

    var isAlive: Bool { PQstatus(connection) == CONNECTION_OK }

    /// libpq's last complaint.
    var message: String { String(cString: PQerrorMessage(connection)).trimmed }

    var transactionStatus: PGTransactionStatusType { PQtransactionStatus(connection) }

    // MARK: Sending

    func enterPipelineMode() -> Bool { PQenterPipelineMode(connection) == 1 }

    func sendPrepare(_ name: String, _ sql: String, types: [UInt32]) -> Bool {
        PQsendPrepare(connection, name, sql, Int32(types.count), types) == 1
    }

    /// Parameters and rows are in the binary format.
    func sendExecute(_ name: String, _ parameters: PostgresParameters) -> Bool {
        let count = parameters.places.count
        return parameters.buffer.bytes.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { values in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: count * 2) { numbers in
                    for (index, place) in parameters.places.enumerated() {
                        let isNull = place.length < 0
                        // An empty value still needs an address: libpq takes a null pointer for null.
                        let start = bytes.baseAddress.map { $0 + place.start } ?? Self.emptyValue
                        values.initializeElement(
                            at: index, to: isNull ? nil : start.assumingMemoryBound(to: CChar.self))
                        numbers.initializeElement(at: index, to: max(place.length, 0))
                        numbers.initializeElement(at: count + index, to: 1)
                    }
                    return PQsendQueryPrepared(
                        connection, name, Int32(count), values.baseAddress, numbers.baseAddress,
                        numbers.baseAddress.map { $0 + count }, 1) == 1
                }
            }
        }
    }

    private static var emptyValue: UnsafeRawPointer { UnsafeRawPointer(bitPattern: 16).unsafelyUnwrapped }

    func sendSync() -> Bool { PQpipelineSync(connection) == 1 }

    /// One or more statements without parameters, as text (simple query protocol).
    func sendScript(_ sql: String) -> Bool { PQsendQuery(connection, sql) == 1 }

    /// Asks for the rows of the statement just sent one at a time.
    func streamRows() -> Bool { PQsetSingleRowMode(connection) == 1 }

    enum Flush {
        case done, blocked, failed
    }

    func flush() -> Flush {
        switch PQflush(connection) {
        case 0: .done
        case 1: .blocked
        default: .failed
        }
    }

    // MARK: Receiving

    /// Takes what has arrived. False where the connection has ended.
    ///
    /// Once the other side has hung up it reads to the end: a dispatch source tells of that only once, and libpq needs
    /// one call for the last words and another to find that there are no more.
    func consumeInput() -> Bool {
        repeat {
            guard PQconsumeInput(connection) == 1 else { return false }
        } while hasHungUp
        return true
    }

    private var hasHungUp: Bool {
        var descriptor = pollfd(fd: socket, events: 0, revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }

    /// Whether the connection, not waiting for an answer, is still good. A server that ends it says so before it hangs up.
    func isStillGood() -> Bool {
        guard consumeInput() else { return false }
        // Asking has libpq look at what has come.
        _ = isBusy
        return isAlive && !notices.hasHeardFarewell
    }

    /// Whether `nextResult` would have to wait for more input.
    var isBusy: Bool { PQisBusy(connection) == 1 }

    /// The next result; nil at the end of a statement's.
    func nextResult() -> QueryResult? {
        PQgetResult(connection).map { QueryResult(owning: $0) }
    }

    func nextNotification() -> PostgresNotification? {
        guard let notify = PQnotifies(connection) else { return nil }
        defer { PQfreemem(notify) }
        return PostgresNotification(
            channel: String(cString: notify.pointee.relname), payload: String(cString: notify.pointee.extra),
            serverProcess: notify.pointee.be_pid)
    }

    // MARK: COPY

    enum CopyData {
        case bytes([UInt8])
        case none, end, failed
    }

    /// One row of COPY OUT, without waiting.
    func copyData() -> CopyData {
        var row: UnsafeMutablePointer<CChar>?
        let length = PQgetCopyData(connection, &row, 1)
        switch length {
        case 0: return .none
        case -1: return .end
        case 1...:
            guard let row else { return .failed }
            defer { PQfreemem(row) }
            return .bytes([UInt8](UnsafeRawBufferPointer(start: row, count: Int(length))))
        default: return .failed
        }
    }

    /// Nil where the connection has ended, false where its buffer is full for now.
    func putCopyData(_ bytes: [UInt8]) -> Bool? {
        Self.taken(
            bytes.withUnsafeBytes {
                PQputCopyData(connection, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
            })
    }

    /// Ends COPY IN; with a reason, the server undoes it.
    func putCopyEnd(abort reason: String?) -> Bool? {
        Self.taken(PQputCopyEnd(connection, reason))
    }

    private static func taken(_ outcome: Int32) -> Bool? {
        switch outcome {
        case 1: true
        case 0: false
        default: nil
        }
    }

    // MARK: Cancelling

    /// What asks the server to cancel this connection's statement; usable from elsewhere while this one is busy.
    func canceller() -> Canceller? {
        // A copy of what reaching the server takes, which shares nothing with the connection; so its address may leave.
        PQgetCancel(connection).map { Canceller(owning: UInt(bitPattern: $0)) }
    }
}

/// Calls `body` with an array of C strings that ends with a null pointer.
private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    var characters: [CChar] = []
    let starts = strings.map { string in
        defer { characters.append(contentsOf: string.utf8CString) }
        return characters.count
    }
    return characters.withUnsafeBufferPointer { characters in
        let pointers = starts.map { start in characters.baseAddress.map { $0 + start } } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
