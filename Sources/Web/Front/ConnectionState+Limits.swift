import NIOCore

extension ConnectionState {
    /// What `FrontLimits` allows one connection, in NIO's units.
    struct Limits {
        var handshake, head, body, writeStall, idle, linger: TimeAmount
        var bodySize: Int

        init(_ limits: FrontLimits) {
            handshake = TimeAmount(limits.handshake)
            head = TimeAmount(limits.head)
            body = TimeAmount(limits.body)
            writeStall = TimeAmount(limits.writeStall)
            idle = TimeAmount(limits.idle)
            linger = TimeAmount(limits.linger)
            bodySize = limits.bodySize
        }
    }
}
