import Dispatch
import Glibc

/// Tells, on a queue, when a socket can be read or written.
///
/// A dispatch source may be neither released nor cancelled while suspended, and its descriptor not closed before its
/// cancel handler ran. This keeps the first rule, and the second by watching a duplicate of the descriptor, so that
/// libpq may close its own at any time.
final class SocketSources {
    private let reader: any DispatchSourceRead
    private let writer: any DispatchSourceWrite
    private var isReading = false
    private var isWriting = false
    private var isCancelled = false

    /// Nil where the process has as many files open as it may.
    init?(_ socket: Int32, on queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void) {
        let duplicate = fcntl(socket, F_DUPFD_CLOEXEC, 0)
        guard duplicate >= 0 else { return nil }
        let reader = DispatchSource.makeReadSource(fileDescriptor: duplicate, queue: queue)
        let writer = DispatchSource.makeWriteSource(fileDescriptor: duplicate, queue: queue)
        reader.setEventHandler(handler: handler)
        writer.setEventHandler(handler: handler)
        reader.setCancelHandler { writer.cancel() }
        writer.setCancelHandler { _ = close(duplicate) }
        self.reader = reader
        self.writer = writer
    }

    deinit {
        cancel()
    }

    func watchReads(_ wanted: Bool) {
        guard wanted != isReading, !isCancelled else { return }
        isReading = wanted
        if wanted { reader.resume() } else { reader.suspend() }
    }

    func watchWrites(_ wanted: Bool) {
        guard wanted != isWriting, !isCancelled else { return }
        isWriting = wanted
        if wanted { writer.resume() } else { writer.suspend() }
    }

    /// Ends both for good.
    func cancel() {
        guard !isCancelled else { return }
        watchReads(true)
        watchWrites(true)
        isCancelled = true
        reader.cancel()
    }
}
