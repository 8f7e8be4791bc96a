import Glibc

/// Keeps a second process from looking after the same server; the system lets go of it when this process ends.
final class DirectoryLock: Sendable {
    private let descriptor: Int32

    init(_ directory: String) throws(PostgresServerError) {
        descriptor = open(directory + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw PostgresServerError(
                .directory, "\(directory)/lock can't be written: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw PostgresServerError(
                .inUse,
                "\(directory) is in use: another process looks after its PostgreSQL; "
                    + "stop that one ('fuser \(directory)/lock' names it), or choose another directory")
        }
    }

    deinit {
        // Not by `close` alone: a process that is being started at this moment has a copy of the descriptor.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
