import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite("The express lane")
struct ExpressTests {
    /// The answers that calls wait for, in their order.
    private final class Calls: Sendable {
        private let promises = Mutex<[EventLoopPromise<WholeAnswer>]>([])

        func begin(on eventLoop: any EventLoop) -> EventLoopFuture<WholeAnswer> {
            let promise = eventLoop.makePromise(of: WholeAnswer.self)
            promises.withLock { $0.append(promise) }
            return promise.futureResult
        }

        func answer(_ text: String) {
            let promise = promises.withLock { $0.removeFirst() }
            promise.succeed(WholeAnswer(body: ByteBuffer(string: text)))
        }
    }

    /// Stands for the connection's guard: takes whole answers, and passes them on as parts.
    private final class Guard: ChannelOutboundHandler {
        typealias OutboundIn = HTTPResponsePart
        typealias OutboundOut = HTTPResponsePart

        func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
            guard let answer = event as? WholeAnswer else { return }
            context.write(wrapOutboundOut(.head(HTTPResponse(status: answer.status))), promise: nil)
            context.write(wrapOutboundOut(.body(answer.body)), promise: nil)
            context.write(wrapOutboundOut(.end(nil)), promise: promise)
        }
    }

    private let calls = Calls()
    private let channel: EmbeddedChannel

    init() throws {
        let calls = calls
        // Pages lie at /page; what is posted to /call is taken, unless it says no.
        let express = Express(
            page: { $0.method == .get && $0.path == "/page" ? WholeAnswer(body: ByteBuffer(string: "page")) : nil },
            gathers: { $0.method == .post && $0.path == "/call" },
            call: { _, body, eventLoop in String(buffer: body) == "no" ? nil : calls.begin(on: eventLoop) })
        channel = EmbeddedChannel(handlers: [Guard(), ExpressHandler(express)])
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, body: [String] = []) throws {
        let head = HTTPRequest(method: method, scheme: "https", authority: "a.test", path: path)
        let parts = [.head(head)] + body.map { HTTPRequestPart.body(ByteBuffer(string: $0)) } + [.end(nil)]
        for part in parts { try channel.writeInbound(part) }
    }

    /// What the routes were asked, bodies included.
    private func routed() throws -> [String] {
        var seen: [String] = []
        while let part = try channel.readInbound(as: HTTPRequestPart.self) {
            switch part {
            case .head(let head): seen.append(head.path ?? "")
            case .body(let body): seen.append(String(buffer: body))
            case .end: seen.append("end")
            }
        }
        return seen
    }

    /// The bodies that were answered.
    private func answered() throws -> [String] {
        var seen: [String] = []
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
            if case .body(let body) = part { seen.append(String(buffer: body)) }
        }
        return seen
    }

    private func answerByRoutes(_ text: String) throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: text)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test("A page at hand is answered at once, and the routes never hear of it")
    func page() throws {
        try send(.get, "/page")
        #expect(try answered() == ["page"])
        #expect(try routed() == [])
    }

    @Test("What is not at hand goes to the routes whole")
    func others() throws {
        try send(.post, "/form", body: ["a", "b"])
        #expect(try routed() == ["/form", "a", "b", "end"])
        #expect(try answered() == [])
    }

    @Test("A call is answered once its answer is there; one that is not taken goes to the routes with its body")
    func call() throws {
        try send(.post, "/call", body: ["ye", "s"])
        #expect(try answered() == [])
        calls.answer("done")
        #expect(try answered() == ["done"])
        try send(.post, "/call", body: ["no"])
        #expect(try routed() == ["/call", "no", "end"])
        #expect(try answered() == [])
    }

    @Test(
        "While the routes owe an answer, what comes behind waits: answers keep the order of their requests, and no more are made than one"
    )
    func behindRoutes() throws {
        try send(.get, "/other")
        try send(.get, "/page")
        try send(.get, "/third")
        #expect(try routed() == ["/other", "end"])
        #expect(try answered() == [])
        try answerByRoutes("other")
        #expect(try answered() == ["other", "page"])
        #expect(try routed() == ["/third", "end"])
    }

    @Test("What comes behind a call waits for its answer, and is not read further meanwhile")
    func behindCall() throws {
        try send(.post, "/call", body: ["first"])
        try send(.get, "/page")
        try send(.post, "/call", body: ["second"])
        try send(.get, "/other")
        #expect(try answered() == [])
        #expect(try routed() == [])
        calls.answer("first done")
        #expect(try answered() == ["first done", "page"])
        calls.answer("second done")
        #expect(try answered() == ["second done"])
        #expect(try routed() == ["/other", "end"])
    }

    @Test("Who asks on and reads nothing is asked to read first: nothing more is answered, nor passed on, until then")
    func unread() throws {
        channel.isWritable = false
        try send(.get, "/page")
        try send(.get, "/other")
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(try answered() == [])
        #expect(try routed() == [])
        channel.isWritable = true
        channel.pipeline.fireChannelWritabilityChanged()
        #expect(try answered() == ["page"])
        #expect(try routed() == ["/other", "end"])
    }

    @Test("Only requests that name the service are taken")
    func host() throws {
        let express = Express(
            page: { _ in WholeAnswer() }, gathers: { _ in true }, call: { _, _, _ in nil })
        let ours = express.only(for: try PublicURL("https://socialday.test"))
        let request = HTTPRequest(method: .get, scheme: "https", authority: "socialday.test", path: "/")
        #expect(ours.page(request) != nil && ours.gathers(request))
        for authority in ["evil.test", "socialday.test:444", nil] {
            let foreign = HTTPRequest(method: .get, scheme: "https", authority: authority, path: "/")
            #expect(ours.page(foreign) == nil && !ours.gathers(foreign))
        }
    }
}
