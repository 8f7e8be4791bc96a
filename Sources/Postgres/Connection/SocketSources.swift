import Dispatch

/// Tells, on a queue, when a socket can be read or written.
///
/// A dispatch source may be neither released nor cancelled while suspended, and its descriptor not closed before its
/// cancel handler ran; this keeps those rules.
final class SocketSources {
    private let reader: any DispatchSourceRead
    private let writer: any DispatchSourceWrite
    private var isReading = false
    private var isWriting = false
    private var isCancelled = false

    init(_ socket: Int32, on queue: DispatchQueue) {
        reader = DispatchSource.makeReadSource(fileDescriptor: socket, queue: queue)
        writer = DispatchSource.makeWriteSource(fileDescriptor: socket, queue: queue)
    }

    deinit {
        // Its own handlers' owner let go of it without closing.
        if !isCancelled {
            if !isReading { reader.resume() }
            if !isWriting { writer.resume() }
            reader.cancel()
            writer.cancel()
        }
    }

    func handle(readable: @escaping @Sendable () -> Void, writable: @escaping @Sendable () -> Void) {
        reader.setEventHandler(handler: readable)
        writer.setEventHandler(handler: writable)
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

    /// Ends both; `completion` runs on the queue once the socket may be closed. False where they have ended before.
    @discardableResult
    func cancel(_ completion: @escaping @Sendable () -> Void) -> Bool {
        guard !isCancelled else { return false }
        watchReads(true)
        watchWrites(true)
        isCancelled = true
        let writer = writer
        reader.setCancelHandler {
            writer.setCancelHandler(handler: completion)
            writer.cancel()
        }
        reader.cancel()
        return true
    }
}
