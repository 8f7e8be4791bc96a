internal import Foundation

/// Where passwords are hashed and compared: two at once at most, on threads of their own, so that neither the event loops
/// nor other tasks wait, and so that many at once take no more memory than two.
public final class PasswordDesk: Sendable {
    private let queue: OperationQueue
    /// More would wait longer than anybody does.
    private static let mostWaiting = 20

    public static let shared = PasswordDesk()

    private init() {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 2
        queue.name = "passwords"
    }

    /// Too many wait already.
    public struct Busy: Error {}

    public func hash(_ password: String) async throws -> PasswordHash {
        try await work { try PasswordHash(of: password) }
    }

    /// Whether this is the password. Without one to compare with it takes as long, and is wrong.
    ///
    /// What is too short or too long to be anybody's password is wrong at once, whosever it was to be.
    public func isRight(_ password: String, for hash: PasswordHash?) async throws -> Bool {
        guard password.count >= PlainPassword.shortest, password.utf8.count <= PlainPassword.longest else {
            return false
        }
        return try await work {
            guard let hash else {
                _ = try PasswordHash(of: password)
                return false
            }
            return try hash.matches(password)
        }
    }

    private func work<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard queue.operationCount < Self.mostWaiting else { throw Busy() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try body() }) }
        }
    }
}
