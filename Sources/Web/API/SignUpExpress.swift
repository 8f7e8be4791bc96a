internal import HTTPTypes
internal import NIOCore
internal import Registration
internal import RegistrationStore

/// `POST /api/v1/sign-ups` on the event loop, for the calls that have nothing wrong with them: a token seen lately, a
/// body that can be read, a known session. `APIRoutes` answers the others, and says why.
struct SignUpExpress: Sendable {
    static let path = "/api/v1/sign-ups"

    let store: RegistrationStore

    func gathers(_ request: HTTPRequest) -> Bool {
        guard request.method == .post, request.path == Self.path,
            request.headerFields.first(.contentType)?.hasPrefix("application/json") == true,
            let length = request.headerFields.first(.contentLength).flatMap({ Int($0) })
        else { return false }
        return length <= Express.bodyLimit
    }

    func call(_ request: HTTPRequest, _ body: ByteBuffer, on eventLoop: any EventLoop) -> EventLoopFuture<WholeAnswer>?
    {
        guard let token = APIToken(authorization: request.headerFields.first(.authorization)),
            let holder = store.knownHolder(of: token), holder.scopes.contains(.signUpsWrite),
            let call = try? SignUpCall(json: body.readableBytesView),
            let session = store.programme.latest.programme.session(slug: call.session),
            let signUp = try? call.request(session: session.id, caller: .token(holder.id))
        else { return nil }
        let promise = eventLoop.makePromise(of: WholeAnswer.self)
        store.signUps.submit(signUp) { result in
            do { promise.succeed(try result.get().apiAnswer()) } catch {
                promise.succeed((error as? Problem ?? Problem(StoreError(error))).answer)
            }
        }
        return promise.futureResult
    }
}

extension APIToken {
    /// The token of an `Authorization: Bearer` field (RFC 6750, section 2.1).
    init?(authorization field: String?) {
        let scheme = "bearer "
        guard let field, field.prefix(scheme.count).lowercased() == scheme else { return nil }
        self.init(text: String(field.dropFirst(scheme.count)))
    }
}
