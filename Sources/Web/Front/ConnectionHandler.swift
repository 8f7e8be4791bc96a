import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOSSL
import NIOTLS

/// Carries out what `ConnectionState` decides, between NIO's HTTP/1 codec and the routes.
///
/// It also translates NIO's message parts into those of swift-http-types: `HTTP1ToHTTPServerCodec` parses each target
/// as a URL for that, and drops what it can't translate without an answer. There is one timer per connection, moved
/// only when it would ring too late.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Sent down the pipeline to close now, whatever is under way.
    struct Abort {}

    private let isSecure: Bool
    private let headers: ResponseHeaders
    private var state: ConnectionState
    private var written = 0
    private var alarm: (at: NIODeadline, scheduled: Scheduled<Void>)?
    private var hasOpened = false

    init(limits: ConnectionState.Limits, secure: Bool, headers: ResponseHeaders) {
        state = ConnectionState(limits)
        isSecure = secure
        self.headers = headers
    }

    // MARK: Opening and ending

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { open(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        open(context)
        context.fireChannelActive()
    }

    private func open(_ context: ChannelHandlerContext) {
        guard !hasOpened else { return }
        hasOpened = true
        let now = NIODeadline.now()
        state.opened(secure: isSecure, at: now)
        setAlarm(context, now: now)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        alarm?.scheduled.cancel()
        alarm = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.scheduled.cancel()
        alarm = nil
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case TLSUserEvent.handshakeCompleted:
            let now = NIODeadline.now()
            state.secured(at: now)
            setAlarm(context, now: now)
            context.fireUserInboundEventTriggered(event)
        case is ChannelShouldQuiesceEvent:
            state.quiesce(at: .now())
            look(context)
        case ChannelEvent.inputClosed:
            context.fireUserInboundEventTriggered(event)
            if state.inputClosed(at: .now()) { context.closeSocket() } else { look(context) }
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        switch event {
        case let answer as WholeAnswer:
            write(answer, context)
        case is Abort:
            context.resetSocket()
        default:
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        promise?.succeed()
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard state.isClosing, mode != .input else { return context.close(mode: mode, promise: promise) }
        if let promise { context.channel.closeFuture.cascade(to: promise) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow:
            carryOut(state.misunderstood(.headTooLarge), context)
        case is HTTPParserError, is ByteToMessageDecoderError.PayloadTooLargeError:
            carryOut(state.misunderstood(.malformed), context)
        case is ByteToMessageDecoderError, NIOSSLError.uncleanShutdown:
            break
        default:
            context.fireErrorCaught(error)
        }
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard let request = HTTPRequest(head, secure: isSecure) else {
                return carryOut(state.misunderstood(.malformed), context)
            }
            carryOut(state.received(ConnectionState.Request(head), at: .now()), context, part: .head(request))
        case .body(let buffer):
            carryOut(state.receivedBody(buffer.readableBytes), context, part: .body(buffer))
        case .end(let trailers):
            let fields = trailers.map { HTTPFields($0) }
            carryOut(state.receivedEnd(at: .now()), context, part: .end(fields))
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        state.readCompleted(at: now)
        setAlarm(context, now: now)
        if state.isClosing { context.read() }
        context.fireChannelReadComplete()
    }

    private func carryOut(
        _ arrival: ConnectionState.Arrival, _ context: ChannelHandlerContext, part: HTTPRequestPart? = nil
    ) {
        switch arrival {
        case .forward:
            if let part { context.fireChannelRead(wrapInboundOut(part)) }
        case .forwardAndContinue:
            context.writeAndFlush(
                wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
            if let part { context.fireChannelRead(wrapInboundOut(part)) }
        case .drop:
            break
        case .refuse(let refusal):
            refuse(refusal, context)
        case .fail(let refusal):
            context.fireErrorCaught(refusal)
        }
    }

    // MARK: Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let response):
            write(response, context, promise: promise)
        case .body(let buffer):
            guard state.sendsBody else { return drop(promise) }
            written &+= buffer.readableBytes
            context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: promise)
        case .end(let trailers):
            writeEnd(trailers, context, promise: promise)
        }
    }

    /// Without a flush.
    private func write(_ answer: WholeAnswer, _ context: ChannelHandlerContext) {
        guard begin(answer.status, answer.headers, context, promise: nil) else { return }
        if state.sendsBody, answer.body.readableBytes > 0 {
            written &+= answer.body.readableBytes
            context.write(wrapOutboundOut(.body(.byteBuffer(answer.body))), promise: nil)
        }
        writeEnd(nil, context, promise: nil)
    }

    private func write(_ response: HTTPResponse, _ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        let fields = response.headerFields.map { ($0.name.rawName, $0.value) }
        if response.status.kind == .informational {
            let head = HTTPResponseHead(
                version: .http1_1, status: HTTPResponseStatus(response.status), headers: HTTPHeaders(fields))
            return context.write(wrapOutboundOut(.head(head)), promise: promise)
        }
        if !begin(response.status, fields, context, promise: promise) { drop(promise) }
    }

    /// Writes an answer's head with the fields that every one has; false where nobody waits for it any more.
    private func begin(
        _ status: HTTPResponse.Status, _ fields: ResponseHeaders.List, _ context: ChannelHandlerContext,
        promise: EventLoopPromise<Void>?
    ) -> Bool {
        let status = HTTPResponseStatus(status)
        let hasLength = !status.mayHaveResponseBody || fields.contains("content-length")
        guard let answer = state.answering(closes: fields.askToClose, hasLength: hasLength) else { return false }
        let head = HTTPResponseHead(
            version: answer.isHTTP10 ? .http1_0 : .http1_1, status: status,
            headers: headers.complete(fields, connection: answer.connection))
        written &+= 1
        context.write(wrapOutboundOut(.head(head)), promise: promise)
        return true
    }

    private func writeEnd(_ trailers: HTTPFields?, _ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        let now = NIODeadline.now()
        let answered = state.answered(at: now)
        if answered == .drop { return drop(promise) }
        let end = wrapOutboundOut(.end(trailers.map { HTTPHeaders($0.map { ($0.name.rawName, $0.value) }) }))
        switch answered {
        case .keep, .drop:
            context.write(end, promise: promise)
        case .refuse(let refusal):
            context.write(end, promise: promise)
            refuse(refusal, context)
        case .close(let lingering):
            writeLast(end, context, lingering: lingering, promise: promise)
        }
        setAlarm(context, now: now)
    }

    private func drop(_ promise: EventLoopPromise<Void>?) {
        promise?.fail(ChannelError.ioOnClosedChannel)
    }

    /// Answers in place of a route, and closes.
    private func refuse(_ refusal: FrontRefusal, _ context: ChannelHandlerContext) {
        state.beginRefusal()
        let body = ByteBuffer(string: refusal.text)
        let fields = [
            ("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", String(body.readableBytes)),
        ]
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(refusal.status),
            headers: headers.complete(fields, connection: "close"))
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        writeLast(wrapOutboundOut(.end(nil)), context, lingering: true, promise: nil)
    }

    /// Writes the end of the last answer; once the kernel has it all, closes.
    ///
    /// Closing a socket with unread bytes resets it, and the reset may overtake the answer: after an unfinished upload
    /// only our half is closed, and the rest is read for a while (RFC 9112 §9.6).
    private func writeLast(
        _ end: NIOAny, _ context: ChannelHandlerContext, lingering: Bool, promise: EventLoopPromise<Void>?
    ) {
        let sent = promise ?? context.eventLoop.makePromise()
        sent.futureResult.assumeIsolated().whenComplete { _ in
            let now = NIODeadline.now()
            self.close(context, lingering: lingering, at: now)
            self.setAlarm(context, now: now)
        }
        context.writeAndFlush(end, promise: sent)
    }

    // MARK: Time

    private func setAlarm(_ context: ChannelHandlerContext, now: NIODeadline) {
        guard context.channel.isActive else { return }
        let next = state.nextLook(at: now)
        if let alarm {
            if alarm.at <= next { return }
            alarm.scheduled.cancel()
        }
        let scheduled = context.eventLoop.assumeIsolated().scheduleTask(deadline: next) { self.look(context) }
        alarm = (next, scheduled)
    }

    private func look(_ context: ChannelHandlerContext) {
        alarm?.scheduled.cancel()
        alarm = nil
        let now = NIODeadline.now()
        let unsent = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        switch state.tick(at: now, written: written, unsent: unsent) {
        case .wait: break
        case .close: close(context, lingering: false, at: now)
        case .abort: return context.resetSocket()
        case .refuse(let refusal): refuse(refusal, context)
        case .fail(let refusal): context.fireErrorCaught(refusal)
        }
        setAlarm(context, now: now)
    }

    /// Closes now that all is sent.
    private func close(_ context: ChannelHandlerContext, lingering: Bool, at now: NIODeadline) {
        if state.sentAll(at: now) {
            context.closeSocket()
        } else if lingering {
            context.close(mode: .output, promise: nil)
            context.read()
        } else {
            context.close(promise: nil)
        }
    }
}
