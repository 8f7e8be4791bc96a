import CLibPQ

/// Sends cancel requests for one connection, over connections of their own (PostgreSQL manual, section 34.7).
///
/// An actor on its own queue because `PQcancel` blocks until the server has taken the request.
actor Canceller {
    private nonisolated let executor = DispatchExecutor(label: "postgres.cancel")
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let handle: OpaquePointer?

    /// - Parameter address: a `PGcancel`'s, released with this.
    init(owning address: UInt) {
        handle = OpaquePointer(bitPattern: address)
    }

    isolated deinit {
        PQfreeCancel(handle)
    }

    /// Returns once the server was asked, or could not be reached. A statement that has ended by then is not harmed.
    func cancel() {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { error in
            _ = PQcancel(handle, error.baseAddress, Int32(error.count))
        }
    }
}
