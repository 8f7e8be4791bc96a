internal import Foundation
internal import Synchronization

/// How far an export is, on one line of a terminal that is written over; nothing where nobody watches.
final class ExportProgress: Sendable {
    private let isWatched = isatty(STDERR_FILENO) == 1
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    private static let pause = Duration.milliseconds(100)

    func show(_ rows: Int, of expected: Int) {
        guard isWatched else { return }
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            if let known = last, now - known < Self.pause { return false }
            last = now
            return true
        }
        if isDue { write("\r\(rows) of \(expected) sign-ups") }
    }

    func end() { if isWatched { write("\r\u{1B}[K") } }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
