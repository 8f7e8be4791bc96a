import NIOCore
import Synchronization

/// How many connections each address holds.
struct ConnectionCounts {
    private let limit: Int
    private var counts: [IPAddress: Int] = [:]

    init(limit: Int) {
        self.limit = limit
    }

    /// Counts one more connection; false when the address holds as many as it may.
    mutating func open(_ network: IPAddress) -> Bool {
        let count = counts[network, default: 0]
        guard count < limit else { return false }
        counts[network] = count + 1
        return true
    }

    mutating func close(_ network: IPAddress) {
        guard let count = counts[network] else { return }
        counts[network] = count > 1 ? count - 1 : nil
    }
}

/// Turns away connections of addresses that hold too many, before anything is spent on them.
///
/// It stands in the listening channel's pipeline, where accepted connections pass as messages.
final class AddressGate: ChannelInboundHandler, Sendable {
    typealias InboundIn = Channel
    typealias InboundOut = Channel

    private let exempt: [AddressRange]
    private let counts: Mutex<ConnectionCounts>

    init(limit: Int, exempt: [AddressRange]) {
        self.exempt = exempt
        counts = Mutex(ConnectionCounts(limit: limit))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = unwrapInboundIn(data)
        guard let address = IPAddress(channel.remoteAddress), !exempt.contains(address) else {
            return context.fireChannelRead(data)
        }
        let network = address.network
        guard counts.withLock({ $0.open(network) }) else { return channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in self.counts.withLock { $0.close(network) } }
        context.fireChannelRead(data)
    }
}
