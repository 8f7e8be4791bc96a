internal import Postgres
internal import Registration
internal import Synchronization

/// Knows the tokens seen lately, so that a busy partner costs no statement per call. A revoked token is let in for at most
/// ten seconds longer.
final class TokenCache: Sendable {
    static let lifetime = Duration.seconds(10)
    static let capacity = 1024

    private struct Entry {
        let holder: TokenHolder?
        let readAt: ContinuousClock.Instant
    }

    private let entries = Mutex<[[UInt8]: Entry]>([:])
    private let clock = ContinuousClock()

    /// The holder of a token that was seen lately; nil for one that is unknown, or has to be read.
    func known(_ token: APIToken) -> TokenHolder? {
        let hash = token.hash
        guard let known = entries.withLock({ $0[hash] }), clock.now - known.readAt < Self.lifetime else { return nil }
        return known.holder
    }

    func holder(
        of token: APIToken, read: ([UInt8]) async throws -> TokenHolder?
    ) async throws -> TokenHolder? {
        let hash = token.hash
        let now = clock.now
        if let known = entries.withLock({ $0[hash] }), now - known.readAt < Self.lifetime { return known.holder }
        let holder = try await read(hash)
        entries.withLock {
            // Guesses must not fill the memory; forgetting everything costs a statement per token in use.
            if $0.count >= Self.capacity { $0.removeAll() }
            $0[hash] = Entry(holder: holder, readAt: now)
        }
        return holder
    }
}
