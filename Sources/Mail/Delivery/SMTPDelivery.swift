internal import Dispatch
internal import Synchronization

/// Sends mails to a server, several at once. libcurl blocks, so each connection has a queue of its own and holds up no task.
public final class SMTPDelivery: Delivery {
    public let lanes = 4

    private struct Lane: Sendable {
        let connection: SMTPConnection
        let queue: DispatchQueue
    }

    private let all: [Lane]
    private let idle: Mutex<[Int]>

    /// - Parameter name: what we call ourselves to the server: the public host.
    public init(server: SMTPServer, name: String) {
        all = (0..<lanes).map { number in
            Lane(
                connection: SMTPConnection(server: server, name: name),
                queue: DispatchQueue(label: "socialday.mail.\(number)"))
        }
        idle = Mutex(Array(0..<lanes))
    }

    public func deliver(_ message: MailMessage) async throws(DeliveryFailure) {
        // More at once than there are lanes wait in the first one's queue.
        let taken = idle.withLock { $0.popLast() }
        let lane = all[taken ?? 0]
        let result: Result<Void, DeliveryFailure> = await withCheckedContinuation { continuation in
            lane.queue.async {
                do throws(DeliveryFailure) {
                    try lane.connection.send(message)
                    continuation.resume(returning: .success(()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        if let taken { idle.withLock { $0.append(taken) } }
        try result.get()
    }

    public func abort() { for lane in all { lane.connection.abort() } }
}
