internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// What the door's script asks: the list to go on without network, and to count what was recorded.
struct DoorCalls: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/door/sessions/:slug/list", needs: .doorWork) { request, context, visit in
            try await list(request, context, visit)
        }
        staff.get("/staff/door/sessions/:slug/others", needs: .doorWork) { _, context, visit in
            try await others(context, visit)
        }
        staff.call("/staff/door/check-ins", needs: .doorWork) { request, _, visit in try await count(request, visit) }
        // Without a login: a browser looks for a newer one by itself, and there is nothing in it.
        staff.anyone("/staff/door/worker.js", .get) { _, _ in
            let worker = desk.pages.assets.doorWorker
            return Response(
                status: .ok,
                headers: [
                    .contentType: worker.contentType, .cacheControl: "no-cache",
                    HTTPField.Name("Service-Worker-Allowed")!: StaffAddress.door.path,
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: worker.bytes)))
        }
    }

    private func list(_ request: Request, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        let programme = try await desk.store.programme.current().programme
        let door = try DoorVisit(visit, slug: context.parameters.get("slug"), in: programme)
        // The record tells once that a device has the list; to keep it current is the same reading.
        let isFirst = request.uri.queryParameters.get("again") == nil
        let people = try await desk.store.expected(
            at: door.session.id, for: visit.actor, purpose: isFirst ? .list : nil)
        let tally = try await desk.store.doors(of: door.session.venue.slug, for: visit.actor)[door.session.id]
        return JSONAnswer.response(
            DoorListReply(people: people, tally: tally, key: desk.key, language: visit.language))
    }

    /// Of the other sessions at this venue on this day whose doors are the visitor's.
    private func others(_ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        let programme = try await desk.store.programme.current().programme
        let door = try DoorVisit(visit, slug: context.parameters.get("slug"), in: programme)
        var replies: [OtherDoorReply] = []
        for session in door.others {
            // No name leaves: nothing that the record would have to tell.
            let people = try await desk.store.expected(at: session.id, for: visit.actor, purpose: nil)
            replies.append(OtherDoorReply(session, people: people, key: desk.key, moments: door.moments))
        }
        return JSONAnswer.response(replies)
    }

    private func count(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let body = try await request.body.collect(upTo: WebContext.bodyLimit)
        guard let calls = try? JSONDecoder().decode([CheckInCall].self, from: Data(body.readableBytesView)) else {
            throw Refusal.badRequest
        }
        let programme = try await desk.store.programme.current().programme
        let now = Date()
        let requests = calls.compactMap {
            $0.request(session: programme.session(slug: $0.session)?.id, key: desk.key, now: now)
        }
        guard requests.count == calls.count else { throw Refusal.badRequest }
        let answers = requests.isEmpty ? [] : try await desk.store.checkIns.submit(requests, by: visit.actor)
        let moments = Moments(visit.language, in: programme.timeZone)
        let alternatives = await desk.alternatives(
            for: answers.map(\.outcome), in: programme, moments: moments, now: now)
        return JSONAnswer.response(
            answers.map { DoorCountReply($0, in: programme, moments: moments, alternatives: alternatives) })
    }
}

/// A session's list for a device that may lose the network: no addresses, and no secret that opens a ticket.
struct DoorListReply: Encodable, Sendable {
    struct Person: Encodable, Sendable {
        let reference: String
        let code: String
        let name: String?
        let places: Int
        let status: String
        let inside: Int
        let arrived: Int
        let isWalkIn: Bool
        let toDo: [String]
    }

    let people: [Person]
    let counts: DoorCounts

    init(people: [ExpectedSignUp], tally: DoorTally?, key: TicketKey, language: Language) {
        let phrases = DoorPhrases(language)
        self.people = people.map { person in
            Person(
                reference: person.reference.description, code: person.codeHash(key: key), name: person.name,
                places: person.places, status: person.status.rawValue, inside: person.inside,
                arrived: person.arrived, isWalkIn: person.isWalkIn, toDo: phrases.toDo(for: person.needs))
        }
        counts = DoorCounts(tally ?? DoorTally(roomCapacity: 0, capacity: 0))
    }
}

/// Which tickets are for another session: so that a device without network can send people there.
struct OtherDoorReply: Encodable, Sendable {
    let whereabouts: [String]
    let codes: [String]
    let references: [String]

    init(_ session: Session, people: [ExpectedSignUp], key: TicketKey, moments: Moments) {
        whereabouts = DoorOutcomeView(elsewhere: session, moments: moments).lines
        let live = people.filter { $0.status != .cancelled }
        codes = live.map { $0.codeHash(key: key) }
        references = live.map(\.reference.description)
    }
}

/// A door's counters for scripts.
struct DoorCounts: Encodable, Sendable {
    let roomCapacity: Int
    let capacity: Int
    let confirmed: Int
    let waiting: Int
    let arrived: Int
    let inside: Int
    let walkIns: Int
    let walkInsInside: Int
    let remaining: Int
    let flagged: Int

    init(_ tally: DoorTally) {
        (roomCapacity, capacity, confirmed) = (tally.roomCapacity, tally.capacity, tally.confirmed)
        (waiting, arrived, inside) = (tally.waiting, tally.arrived, tally.inside)
        (walkIns, walkInsInside) = (tally.walkIns, tally.walkInsInside)
        (remaining, flagged) = (tally.remaining, tally.flagged)
    }
}

/// What became of one thing that a device recorded, for people at the door.
struct DoorCountReply: Encodable, Sendable {
    let outcome: String
    let accepted: Bool
    let reference: String?
    let name: String?
    let places: Int?
    let inside: Int?
    let people: Int?
    let remaining: Int?
    let roomLeft: Int?
    let beyond: Int?
    let toDo: [String]
    let since: String?
    let own: Bool
    let whereabouts: [String]

    init(
        _ answer: CheckIn.Answer, in programme: Programme, moments: Moments, alternatives: DoorAlternatives?
    ) {
        outcome = answer.outcome.rawValue
        accepted = answer.isAccepted
        reference = answer.reference?.description
        (name, places, inside, people) = (answer.name, answer.places, answer.inside, answer.counted)
        (remaining, roomLeft, beyond) = (answer.remaining, answer.roomLeft, answer.beyond)
        toDo = DoorPhrases(moments.language).toDo(for: answer.needs)
        since = answer.lastInAt.map(moments.time)
        own = answer.isOwn ?? false
        let isElsewhere = [.wrongSession, .wrongDay].contains(answer.outcome)
        let session =
            isElsewhere || answer.outcome.isForWantOfRoom ? programme.sessions.first { $0.id == answer.session } : nil
        whereabouts =
            session.map {
                isElsewhere
                    ? DoorOutcomeView(elsewhere: $0, moments: moments).lines : alternatives?.lines(beside: $0) ?? []
            } ?? []
    }
}
