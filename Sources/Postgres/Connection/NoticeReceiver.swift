import CLibPQ
import Logging
import Synchronization

/// Writes the server's notices and warnings to the log, instead of libpq's standard error.
final class NoticeReceiver: Sendable {
    private let logger: Logger
    private let heardFarewell = Atomic(false)

    /// Whether the server, not being asked anything, has said that it ends the connection.
    var hasHeardFarewell: Bool { heardFarewell.load(ordering: .relaxed) }

    init(logger: Logger) {
        self.logger = logger
    }

    /// The receiver must live as long as the connection.
    func install(on connection: OpaquePointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        _ = PQsetNoticeReceiver(
            connection,
            { context, result in
                guard let context, let result else { return }
                Unmanaged<NoticeReceiver>.fromOpaque(context).takeUnretainedValue().receive(result)
            }, context)
    }

    /// At debug level, since what functions `raise` may hold values.
    private func receive(_ result: OpaquePointer) {
        guard let report = QueryResult.report(result) else { return }
        if QueryResult.endsConnection(result) { heardFarewell.store(true, ordering: .relaxed) }
        logger.debug("\(report.message)", metadata: ["sqlstate": "\(report.sqlState)"])
    }
}
