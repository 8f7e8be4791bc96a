import CLibPQ

/// Sends cancel requests for one connection, over connections of their own (PostgreSQL manual, section 34.7).
///
/// An actor on its own queue because `PQcancel` blocks until the server has taken the request.
actor Canceller {
    private nonisolated let executor = DispatchExecutor(label: "postgres.cancel")
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let handle: Handle

    private struct Handle: ~Copyable {
        let cancel: OpaquePointer?

        deinit { PQfreeCancel(cancel) }
    }

    /// - Parameter address: a `PGcancel`'s, released with this.
    init(owning address: UInt) {
        handle = Handle(cancel: OpaquePointer(bitPattern: address))
    }

    /// Returns once the server was asked, or could not be reached. A statement that has ended by then is not harmed.
    func cancel() {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { error in
            _ = PQcancel(handle.cancel, error.baseAddress, Int32(error.count))
        }
    }
}
