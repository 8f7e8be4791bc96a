internal import Foundation
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// The calls for doors.
extension APIRoutes {
    /// Counts people in and out: one item, or several in their order.
    func checkIn(_ request: Request) async throws -> Response {
        let actor = try await actor(request, with: .checkInsWrite)
        let body = try await CheckInBody(body: request)
        let programme = try await current().programme
        switch body {
        case .one(let call):
            let item = try Self.requests([call], isOne: true, in: programme, key: key)[0]
            guard item.session != 0 else { throw Problem.notFound("session") }
            let answer = try await stored { () async throws(StoreError) in
                try await store.checkIns.submit(item, by: actor)
            }
            guard answer.outcome != .keyReused else { throw Problem.keyReused }
            guard answer.outcome != .unknownSession else { throw Problem.notFound("session") }
            return JSONAnswer.response(programme.replies(to: [answer])[0])
        case .several(let calls):
            guard !calls.isEmpty else { return JSONAnswer.response([CheckInReply]()) }
            let items = try Self.requests(calls, isOne: false, in: programme, key: key)
            let answers = try await stored { () async throws(StoreError) in
                try await store.checkIns.submit(items, by: actor)
            }
            return JSONAnswer.response(programme.replies(to: answers))
        }
    }

    /// How many are at a venue's doors, by session, in the order of the day.
    func capacity(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try await actor(request, with: .capacityRead)
        let programme = try await current().programme
        guard let venue = context.parameters.get("slug").flatMap({ programme.venue(slug: $0) }) else {
            throw Problem.notFound("venue")
        }
        let doors = try await stored { () async throws(StoreError) in
            try await store.doors(of: venue.slug, for: actor)
        }
        let replies = programme.sessions.compactMap { session in
            doors[session.id].map { DoorReply(session, $0, dates: programme.dates) }
        }
        return JSONAnswer.response(DataReply(data: replies))
    }

    private func actor(_ request: Request, with scope: Scope) async throws -> StaffActor {
        guard case .token(let id) = try await authorized(request, for: scope) else { throw Problem.unauthorized }
        return .token(id)
    }

    /// - Throws: `Problem` 422 with everything that is wrong with any of them.
    private static func requests(
        _ calls: [CheckInCall], isOne: Bool, in programme: Programme, key: TicketKey
    ) throws(Problem) -> [CheckIn.Request] {
        let errors = calls.enumerated().flatMap { $1.errors(at: isOne ? nil : $0) }
        guard errors.isEmpty else { throw .invalid(errors) }
        let now = Date()
        return calls.compactMap {
            $0.request(session: programme.session(slug: $0.session)?.id, key: key, now: now)
        }
    }
}

extension Programme {
    fileprivate func replies(to answers: [CheckIn.Answer]) -> [CheckInReply] {
        let wanted = Set(answers.map(\.session))
        let known = sessions.filter { wanted.contains($0.id) }
        return answers.map { answer in
            CheckInReply(answer, session: known.first { $0.id == answer.session }, dates: dates)
        }
    }
}

extension CheckInBody {
    fileprivate init(body request: Request) async throws {
        let body = try await request.jsonBody()
        do { self = try JSONDecoder().decode(CheckInBody.self, from: Data(body.readableBytesView)) } catch {
            throw Problem.badRequest("The body is neither a JSON object nor an array of such.")
        }
    }
}
