import Postgres

/// One step of a walk: sessions and sign-ups by their order, so that database and model are told the same.
enum Change: Sendable {
    case signUp(String, session: Int, places: Int)
    /// A stranger's form asks under the address of a sign-up that lives.
    case signUpAsStranger(Int, places: Int)
    case cancel(Int)
    /// Lets go of what overlaps a session for places there, on the strength of a sign-up.
    case switchPlaces(from: Int, session: Int, places: Int)
    case setCapacity(session: Int, to: Int, movingLatest: Bool)
    case correct(Int, to: String)
    case close(session: Int)
    case cancelTicket(Int)
    case reducePlaces(Int, to: Int)
    case erase(String)
    /// By an organiser's hand.
    case moveUp(Int)
    case restore(Int)
    case move(Int, to: Int)

    static func random(in model: WaitingListModel, _ random: inout SeededNumbers) -> Change {
        let session = random.below(model.sessions.count)
        let address = "somebody\(random.below(9))@example.org"
        let places = random.chance(60) ? 1 : 1 + random.below(5)
        let kind = random.below(100)
        switch kind {
        case 50..<55:
            let live = model.signUps.indices.filter { model.signUps[$0].status != .cancelled }
            if !live.isEmpty { return .signUpAsStranger(random.one(of: live), places: places) }
        case 55..<64 where !model.signUps.isEmpty:
            return .cancel(random.below(model.signUps.count))
        case 64..<66 where !model.signUps.isEmpty:
            return .cancelTicket(random.below(model.signUps.count))
        case 66..<69 where !model.signUps.isEmpty:
            let signUp = random.below(model.signUps.count)
            return [.moveUp(signUp), .restore(signUp), .move(signUp, to: session)][kind - 66]
        case 69..<75 where !model.signUps.isEmpty:
            return .reducePlaces(random.below(model.signUps.count), to: 1 + random.below(3))
        case 75..<77:
            return .erase(address)
        case 77..<85 where !model.signUps.isEmpty:
            return .switchPlaces(from: random.below(model.signUps.count), session: session, places: places)
        case 85..<94:
            return .setCapacity(session: session, to: 1 + random.below(8), movingLatest: random.chance(60))
        case 94..<99 where !model.signUps.isEmpty:
            let signUp = random.below(model.signUps.count)
            return .correct(signUp, to: random.chance(20) ? model.signUps[signUp].address : address)
        case 99:
            return .close(session: session)
        default: break
        }
        return .signUp(address, session: session, places: places)
    }

    /// Makes the change in the model; returns its answer in words.
    func make(in model: inout WaitingListModel) -> String {
        switch self {
        case .signUp(let address, let session, let places): model.signUp(address, session, places: places)
        case .signUpAsStranger(let signUp, let places): model.signUpAsStranger(signUp, places: places)
        case .cancel(let signUp): model.cancel(signUp)
        case .switchPlaces(let held, let session, let places): model.switchPlaces(from: held, session, places: places)
        case .setCapacity(let session, let capacity, let movingLatest):
            model.setCapacity(session, to: capacity, movingLatest: movingLatest)
        case .correct(let signUp, let address): model.correct(signUp, to: address)
        case .close(let session): model.close(session)
        case .cancelTicket(let signUp): model.cancelTicket(signUp)
        case .reducePlaces(let signUp, let places): model.reducePlaces(signUp, to: places)
        case .erase(let address): model.erase(address)
        case .moveUp(let signUp): model.moveUp(signUp)
        case .restore(let signUp): model.restore(signUp)
        case .move(let signUp, let session): model.move(signUp, to: session)
        }
    }

    /// Makes the change in the database; returns its answer in the model's words.
    ///
    /// - Parameter signUps: the ids of the sign-ups made so far.
    func make(on database: PostgresSession, _ day: Day, _ signUps: inout [Int64]) async throws -> String {
        switch self {
        case .signUp(let address, let session, let places):
            let answer = try await database.signUp(address, day.sessions[session], places: places)
            if let signUp = answer.signUp, answer.outcome != "already_signed_up" { signUps.append(signUp) }
            return answer.line
        case .signUpAsStranger(let signUp, let places):
            let books = try await Books.read(day, on: database)
            guard let held = books[signUps[signUp]] else { return "lost" }
            let ask = Ask(held.email, held.session, places: places)
            return try await database.signUp(ask.changed { $0.caller = Ask.otherVisitor }).line
        case .cancel(let signUp):
            return try await database.cancel(signUps[signUp])
        case .switchPlaces(let held, let session, let places):
            let wanted = day.sessions[session]
            let answer = try await database.switchPlaces(from: signUps[held], to: wanted, places: places)
            if answer.outcome == "switched", let signUp = answer.signUp, !signUps.contains(signUp) {
                signUps.append(signUp)
            }
            return answer.line
        case .setCapacity(let session, let capacity, let movingLatest):
            let answer = try await database.setCapacity(
                of: day.sessions[session], to: capacity, movingLatest: movingLatest)
            guard answer.outcome == "changed" else { return answer.outcome }
            return "changed to \(answer.confirmed ?? -1), \(answer.moved) moved, \(answer.promoted) promoted"
        case .correct(let signUp, let address):
            // However an address is spelt, it is the same.
            return try await database.correctEmail(of: signUps[signUp], to: address.uppercased()).line
        case .close(let session):
            try await database.close(day.sessions[session])
            return "closed"
        case .cancelTicket(let signUp):
            let version = try await Books.read(day, on: database)[signUps[signUp]]?.secretVersion ?? 0
            return try await database.cancelTicket(signUps[signUp], version: version)
        case .reducePlaces(let signUp, let places):
            let version = try await Books.read(day, on: database)[signUps[signUp]]?.secretVersion ?? 0
            return try await database.reducePlaces(of: signUps[signUp], to: places, version: version)
        case .erase(let address):
            let theirs = try await Books.read(day, on: database).signUps.filter { $0.email.lowercased() == address }
            signUps.removeAll { id in theirs.contains { $0.id == id } }
            return try await database.erase(attendee: theirs.first?.attendee ?? 0)
        case .moveUp(let signUp):
            return try await database.desk(.moveUp(reason: "other", note: nil), signUps[signUp])
        case .restore(let signUp):
            return try await database.desk(.restore, signUps[signUp])
        case .move(let signUp, let session):
            let answer = try await database.desk(.move(to: day.sessions[session]), signUps[signUp])
            let latest = try await Books.read(day, on: database).signUps.last?.id
            if answer == "moved", let latest, !signUps.contains(latest) { signUps.append(latest) }
            return answer
        }
    }
}

extension Answer {
    /// In the model's words.
    fileprivate var line: String {
        [outcome, places.map { "\($0)" }, position.map { "at \($0)" }].compactMap(\.self).joined(separator: " ")
    }
}
