/// For answers that must not tell, by how long they take, what the database found and wrote.
enum EvenTime {
    /// As long as the database needs at worst on a good day.
    private static let step = Duration.milliseconds(250)

    /// Does something, and returns once a whole number of steps has passed: the first, but where the database is slow.
    static func spend(_ work: () async throws -> Void) async throws {
        let start = ContinuousClock.now
        try await work()
        let steps = ((ContinuousClock.now - start) / step).rounded(.up)
        try await Task.sleep(until: start + step * steps)
    }
}
