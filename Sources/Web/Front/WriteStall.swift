import NIOCore

/// Watches whether a reader takes anything of what waits for it.
struct WriteStall {
    private var written = 0
    private var unsent = 0
    private var lastProgress = NIODeadline.uptimeNanoseconds(0)

    mutating func progressed(at now: NIODeadline) {
        lastProgress = now
    }

    mutating func isStalled(at now: NIODeadline, written: Int, unsent: Int, for limit: TimeAmount) -> Bool {
        if unsent == 0 || unsent != self.unsent || written != self.written {
            (self.written, self.unsent, lastProgress) = (written, unsent, now)
            return false
        }
        return now - lastProgress >= limit
    }
}
