/// Pauses between attempts that double from a shortest to a longest, each shortened at random ("equal jitter"), so that
/// many clients don't come back together.
struct BackOff {
    private let range: ClosedRange<Duration>
    private var ceiling: Duration

    init(_ range: ClosedRange<Duration>) {
        self.range = range
        ceiling = range.lowerBound
    }

    /// The next pause: between half the present ceiling and all of it.
    mutating func next(using generator: inout some RandomNumberGenerator) -> Duration {
        defer { ceiling = min(ceiling * 2, range.upperBound) }
        return ceiling * Double.random(in: 0.5...1, using: &generator)
    }

    /// After a success.
    mutating func reset() {
        ceiling = range.lowerBound
    }
}
