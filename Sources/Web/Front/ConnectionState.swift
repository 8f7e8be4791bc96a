import NIOCore

/// One HTTP/1.1 connection as a machine: what arrives and leaves goes in, what to do comes out. It does no I/O.
///
/// Requests may be pipelined, answers go out in order. A refusal waits until everything before it is answered. At any
/// moment at most one deadline runs, besides the watch over readers that take nothing.
struct ConnectionState {
    /// What the machine needs to know of a request's head.
    struct Request {
        var isHead = false
        var isHTTP10 = false
        var keepsAlive = true
        var expectsContinue = false
        var contentLength: Int?
        /// What a path that takes files allows beyond the usual, in bytes.
        var largeBody: Int?
    }

    private enum Phase {
        case handshaking
        case open
        /// The last answer is written, or on its way; what still arrives is thrown away.
        case closing
    }

    /// What runs out at the deadline.
    private enum Awaited { case handshake, firstHead, head, nextRequest, body, abandonedBody, end }

    private let limits: Limits
    private var phase = Phase.open
    private var unanswered = CircularBuffer<Request>(initialCapacity: 2)
    private var isReceiving = false
    private var isDiscardingBody = false
    private var received = 0
    /// The largest body of the request that is being received.
    private var bodySize = 0
    private var hasBegunAnswer = false
    private var closesAfterAnswer = false
    private var refusal: FrontRefusal?
    private var isQuiescing = false
    private var isInputClosed = false
    private var hasSentAll = false
    private var sawPart = false
    private var hasPartialHead = false
    private var awaited: Awaited?
    private(set) var deadline: NIODeadline?
    private var stall = WriteStall()

    init(_ limits: Limits) {
        self.limits = limits
    }

    var isClosing: Bool { phase == .closing }

    // MARK: Opening

    /// The connection is accepted.
    mutating func opened(secure: Bool, at now: NIODeadline) {
        stall.progressed(at: now)
        if secure {
            phase = .handshaking
            expect(.handshake, until: now + limits.handshake)
        } else {
            expect(.firstHead, until: now + limits.head)
        }
    }

    /// The TLS handshake is done.
    mutating func secured(at now: NIODeadline) {
        guard phase == .handshaking else { return }
        phase = .open
        expect(.firstHead, until: now + limits.head)
    }

    // MARK: Requests

    enum Arrival: Equatable {
        case forward
        /// Forward, and tell the client to go on with the body (RFC 9110 §10.1.1).
        case forwardAndContinue
        case drop
        /// Answer with this now, and close.
        case refuse(FrontRefusal)
        /// The route that reads the body fails with this.
        case fail(FrontRefusal)
    }

    mutating func received(_ request: Request, at now: NIODeadline) -> Arrival {
        sawPart = true
        hasPartialHead = false
        guard phase == .open, refusal == nil, unanswered.last?.keepsAlive ?? true else { return .drop }
        var request = request
        isReceiving = true
        received = 0
        bodySize = max(limits.bodySize, request.largeBody ?? 0)
        isDiscardingBody = (request.contentLength ?? 0) > bodySize
        if isDiscardingBody { request.keepsAlive = false }
        unanswered.append(request)
        expect(.body, until: now + limits.body)
        let continues = request.expectsContinue && !request.isHTTP10 && !isDiscardingBody && unanswered.count == 1
        return continues ? .forwardAndContinue : .forward
    }

    mutating func receivedBody(_ bytes: Int) -> Arrival {
        sawPart = true
        guard phase == .open, isReceiving, !isDiscardingBody else { return .drop }
        received += bytes
        guard received > bodySize else { return .forward }
        isDiscardingBody = true
        return failBody(.bodyTooLarge)
    }

    mutating func receivedEnd(at now: NIODeadline) -> Arrival {
        sawPart = true
        guard phase == .open, isReceiving else { return .drop }
        isReceiving = false
        if unanswered.isEmpty { awaitNext(at: now) } else { expect(nil) }
        return isDiscardingBody ? .drop : .forward
    }

    /// A read is over: bytes that made no part are the beginning of a head.
    mutating func readCompleted(at now: NIODeadline) {
        defer { sawPart = false }
        guard phase == .open, !sawPart, !isReceiving, !hasPartialHead else { return }
        hasPartialHead = true
        if unanswered.isEmpty, refusal == nil { expect(.head, until: now + limits.head) }
    }

    /// The bytes that arrived can't be understood, and nothing after them can.
    mutating func misunderstood(_ refusal: FrontRefusal) -> Arrival {
        guard phase == .open, self.refusal == nil else { return .drop }
        if isReceiving {
            isReceiving = false
            expect(nil)
            return failBody(refusal)
        }
        self.refusal = refusal
        return unanswered.isEmpty ? .refuse(refusal) : .drop
    }

    private mutating func failBody(_ refusal: FrontRefusal) -> Arrival {
        guard !unanswered.isEmpty else { return .refuse(refusal) }
        unanswered[unanswered.index(before: unanswered.endIndex)].keepsAlive = false
        return .fail(refusal)
    }

    // MARK: Answers

    struct AnswerHead: Equatable {
        var isHTTP10 = false
        /// The answer says that the connection closes after it.
        var closes = false
        /// What it says of the connection. Clients of HTTP/1.0 wait for the end of one that is not said to last (RFC 9112, C.2.2).
        var connection: String? { closes ? "close" : isHTTP10 ? "keep-alive" : nil }
    }

    /// The head of an answer goes out; nil when there is nothing to answer.
    mutating func answering(closes: Bool, hasLength: Bool) -> AnswerHead? {
        guard phase == .open, let request = unanswered.first, !hasBegunAnswer else { return nil }
        hasBegunAnswer = true
        let isLast = unanswered.count == 1 && refusal == nil
        closesAfterAnswer =
            closes || !request.keepsAlive || (isLast && (isQuiescing || isInputClosed))
            || (!hasLength && (request.isHTTP10 || request.isHead))
        return AnswerHead(isHTTP10: request.isHTTP10, closes: closesAfterAnswer)
    }

    /// Whether a part of the answer's body goes out: there is none after HEAD (RFC 9110 §9.3.2).
    var sendsBody: Bool { phase == .open && hasBegunAnswer && unanswered.first?.isHead == false }

    enum Answered: Equatable {
        case keep
        case refuse(FrontRefusal)
        /// Close once all is written; when `lingering`, read on for a while.
        case close(lingering: Bool)
        case drop
    }

    mutating func answered(at now: NIODeadline) -> Answered {
        guard phase == .open, hasBegunAnswer, !unanswered.isEmpty else { return .drop }
        unanswered.removeFirst()
        hasBegunAnswer = false
        if closesAfterAnswer { return close(lingering: isReceiving || refusal != nil) }
        guard unanswered.isEmpty else { return .keep }
        if let refusal { return .refuse(refusal) }
        if isInputClosed || (isQuiescing && !isReceiving && !hasPartialHead) { return close(lingering: false) }
        if isReceiving {
            if let deadline { expect(.abandonedBody, until: deadline) }
        } else {
            awaitNext(at: now)
        }
        return .keep
    }

    /// A refusal is being written, and is the end.
    mutating func beginRefusal() {
        phase = .closing
        expect(nil)
    }

    /// The last byte is with the kernel: the client gets a little time to see it. True when it sends no more either.
    mutating func sentAll(at now: NIODeadline) -> Bool {
        phase = .closing
        hasSentAll = true
        expect(.end, until: now + limits.linger)
        return isInputClosed
    }

    private mutating func close(lingering: Bool) -> Answered {
        phase = .closing
        expect(nil)
        return .close(lingering: lingering)
    }

    private mutating func awaitNext(at now: NIODeadline) {
        if hasPartialHead {
            expect(.head, until: now + limits.head)
        } else {
            expect(.nextRequest, until: isQuiescing ? now : now + limits.idle)
        }
    }

    // MARK: Ending

    /// No more connections are wanted: at rest, this one's time is up.
    mutating func quiesce(at now: NIODeadline) {
        isQuiescing = true
        endRest(at: now)
    }

    /// The client sends no more. True when the socket can close: all is sent, and nothing more comes.
    mutating func inputClosed(at now: NIODeadline) -> Bool {
        isInputClosed = true
        hasPartialHead = false
        endRest(at: now)
        return phase == .closing && hasSentAll
    }

    private mutating func endRest(at now: NIODeadline) {
        if phase == .handshaking {
            expect(.handshake, until: now)
        } else if phase == .open, unanswered.isEmpty, !isReceiving, !hasPartialHead, refusal == nil {
            expect(.nextRequest, until: now)
        }
    }

    enum Timeout: Equatable {
        case wait
        /// Close politely; all is sent.
        case close
        /// Close at once, throwing away what is not yet sent.
        case abort
        case refuse(FrontRefusal)
        case fail(FrontRefusal)
    }

    /// Looks at the clock.
    /// - Parameters:
    ///   - written: Bytes handed to the channel so far.
    ///   - unsent: Bytes that the kernel has not taken.
    mutating func tick(at now: NIODeadline, written: Int, unsent: Int) -> Timeout {
        if stall.isStalled(at: now, written: written, unsent: unsent, for: limits.writeStall) { return .abort }
        guard let deadline, deadline <= now else { return .wait }
        switch awaited {
        case .handshake, .end: return .abort
        case .firstHead, .nextRequest, .abandonedBody, nil:
            guard unsent > 0 else { return .close }
            expect(awaited, until: now + .milliseconds(100))
            return .wait
        case .head: return .refuse(.tooSlow)
        case .body:
            expect(.end, until: now + limits.linger)
            isDiscardingBody = true
            let failure = failBody(.tooSlow)
            if hasBegunAnswer || unanswered.count > 1 { return .abort }
            return failure == .fail(.tooSlow) ? .fail(.tooSlow) : .close
        }
    }

    /// When to look at the clock again; a stall is seen at most a quarter late.
    func nextLook(at now: NIODeadline) -> NIODeadline {
        let stallLook = now + .nanoseconds(max(limits.writeStall.nanoseconds / 4, 1_000_000))
        return min(deadline ?? stallLook, stallLook)
    }

    private mutating func expect(_ awaited: Awaited?, until deadline: NIODeadline? = nil) {
        self.awaited = awaited
        self.deadline = deadline
    }
}
