public import Logging
import Synchronization

/// Keeps what is logged.
public final class LogBook: Sendable {
    private let lines = Mutex<[String]>([])

    public init() {}

    /// One message a line.
    public var text: String { lines.withLock { $0.joined(separator: "\n") } }
    /// Of what is logged at level `info` and above.
    public var logger: Logger { Logger(label: "test") { _ in Handler(book: self) } }

    private struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.MetadataValue? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { book.lines.withLock { $0.append("\(event.message)") } }
    }
}
