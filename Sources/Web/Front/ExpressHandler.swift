import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// The express lane of one connection, between its guard and the stream that routes are called from.
///
/// One request at a time: what comes behind one that waits for its answer is held back, here or with the routes. So is
/// what a client asks for that does not read what it got. A page of many kilobytes costs it sixty bytes, and hundreds of such
/// requests fit into one reading of its socket; the answers to all of them would lie in memory.
final class ExpressHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let express: Express
    /// Whether the routes have not answered a request to the end.
    private var routesOwe = false
    private var state = State.passing
    private var heldParts: [HTTPRequestPart] = []
    private var heldRead = false
    /// The client sends nothing after what is held.
    private var heldEnd = false
    private var hasWritten = false
    /// Bytes of bodies that were written, and not flushed yet.
    private var unflushed = 0

    /// More does not wait for a flush: only what is flushed, and so encrypted, counts towards the channel's own limit.
    private static let mostUnflushed = 64 * 1024

    private enum State {
        /// Can transition to each of the others, at the head of a request.
        case passing
        /// The answer is known; the request's end is not there yet. Can transition to `passing`.
        case ready(WholeAnswer)
        /// Can transition to `waiting`, or to `passing` where the routes are to answer.
        case gathering(HTTPRequest, ByteBuffer)
        /// Can transition to `passing`, once the answer is written.
        case waiting
        /// The routes owe an answer, or the client has more to read than the channel cares to keep. Can transition to
        /// `passing`, once neither is so.
        case congested
    }

    init(_ express: Express) {
        self.express = express
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        receive(unwrapInboundIn(data), context)
    }

    private func receive(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
        switch (state, part) {
        case (.waiting, _), (.congested, _):
            heldParts.append(part)
        case (.passing, .head) where routesOwe || !context.channel.isWritable:
            state = .congested
            heldParts.append(part)
        case (.passing, .head(let request)):
            receive(request, context)
        case (.passing, _), (.ready, .head), (.gathering, .head):
            context.fireChannelRead(wrapInboundOut(part))
        case (.ready, .body):
            break
        case (.ready(let answer), .end):
            state = .passing
            write(answer, context)
        case (.gathering(let request, var body), .body(var more)):
            state = .passing
            body.writeBuffer(&more)
            state = .gathering(request, body)
        case (.gathering(let request, let body), .end):
            call(request, body, part, context)
        }
    }

    private func receive(_ request: HTTPRequest, _ context: ChannelHandlerContext) {
        if let answer = express.page(request) {
            state = .ready(answer)
        } else if express.gathers(request) {
            state = .gathering(request, ByteBuffer())
        } else {
            routesOwe = true
            context.fireChannelRead(wrapInboundOut(.head(request)))
        }
    }

    private func call(
        _ request: HTTPRequest, _ body: ByteBuffer, _ end: HTTPRequestPart, _ context: ChannelHandlerContext
    ) {
        guard let answer = express.call(request, body, context.eventLoop) else {
            state = .passing
            routesOwe = true
            for part in [.head(request), .body(body), end] { context.fireChannelRead(wrapInboundOut(part)) }
            return
        }
        state = .waiting
        answer.assumeIsolated().whenSuccess { answer in
            self.state = .passing
            self.write(answer, context)
            self.flush(context)
            self.release(context)
        }
    }

    /// Goes on with what came behind.
    private func release(_ context: ChannelHandlerContext) {
        let parts = heldParts
        heldParts = []
        for part in parts { receive(part, context) }
        if !parts.isEmpty { channelReadComplete(context: context) }
        guard !isHolding else { return }
        if heldEnd {
            heldEnd = false
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        if heldRead {
            heldRead = false
            context.read()
        }
    }

    private var isHolding: Bool {
        switch state {
        case .waiting, .congested: true
        case .passing, .ready, .gathering: false
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event, isHolding {
            heldEnd = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        goOn(context)
        context.fireChannelWritabilityChanged()
    }

    private func goOn(_ context: ChannelHandlerContext) {
        guard case .congested = state, !routesOwe, context.channel.isWritable else { return }
        state = .passing
        release(context)
    }

    func read(context: ChannelHandlerContext) {
        // Only once something is held: most clients wait for their answer, and turning reading off and on costs two
        // system calls.
        if isHolding, !heldParts.isEmpty { heldRead = true } else { context.read() }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flush(context)
        context.fireChannelReadComplete()
    }

    // MARK: Answers

    private func write(_ answer: WholeAnswer, _ context: ChannelHandlerContext) {
        // As one event, since as parts it would be translated for each connection anew.
        context.triggerUserOutboundEvent(answer, promise: nil)
        hasWritten = true
        unflushed += answer.body.readableBytes
        if unflushed >= Self.mostUnflushed { flush(context) }
    }

    private func flush(_ context: ChannelHandlerContext) {
        guard hasWritten else { return }
        hasWritten = false
        unflushed = 0
        context.flush()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        context.write(data, promise: promise)
        guard case .end = unwrapOutboundIn(data) else { return }
        routesOwe = false
        goOn(context)
    }
}
