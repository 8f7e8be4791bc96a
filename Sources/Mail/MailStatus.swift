internal import Synchronization

/// Whether mails go out, for `/health/ready`.
public final class MailStatus: Sendable {
    private let trouble: Mutex<Bool>

    /// - Parameter isWorking: until the first try tells.
    public init(isWorking: Bool = true) { trouble = Mutex(!isWorking) }

    /// As far as the last try told.
    public var isWorking: Bool { trouble.withLock { !$0 } }

    func set(isWorking: Bool) { trouble.withLock { $0 = !isWorking } }
}
