import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOSSL

/// A connection's pipeline: TLS, NIO's HTTP/1 codec, our guard, and the stream that routes are called from.
struct FrontChannel: HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let responder: HTTPChannelHandler.Responder
    let limits: FrontLimits
    /// Nil for plain HTTP.
    let certificates: CertificateStore?
    let headers: ResponseHeaders
    let express: Express?

    /// NIO's decoder takes in all that it is given, until a request asks for another protocol or is of another version: from
    /// then on it would keep whatever comes, for somebody who understands it.
    private static let mostUnread = 32 * 1024

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            if let certificates {
                try pipeline.addHandler(NIOSSLServerHandler(context: certificates.context))
            }
            var decoding = NIOHTTPDecoderLimitConfiguration()
            decoding.maxHeaderFieldSize = limits.fieldSize
            decoding.maxHeaderListSize = limits.headSize
            decoding.maxHeaderFieldCount = limits.fieldCount
            try pipeline.addHandler(HTTPResponseEncoder())
            try pipeline.addHandler(
                ByteToMessageHandler(
                    HTTPRequestDecoder(limitConfiguration: decoding), maximumBufferSize: Self.mostUnread))
            try pipeline.addHandler(
                ConnectionHandler(
                    limits: ConnectionState.Limits(limits), secure: certificates != nil, headers: headers))
            if let express { try pipeline.addHandler(ExpressHandler(express)) }
            return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
        }
    }

    /// Serves one connection to its end; cut off when the task is cancelled.
    func handle(value: Value, logger: Logger) async {
        await withTaskCancellationHandler {
            await handleHTTP(asyncChannel: value, logger: logger)
        } onCancel: {
            value.channel.triggerUserOutboundEvent(ConnectionHandler.Abort(), promise: nil)
        }
    }
}
