import Foundation
import Postgres

/// What the tables say of doors, to be read while nothing is under way.
struct DoorBooks: Sendable {
    struct Tally: Sendable, Equatable {
        var session: Int64
        var arrived: Int
        var inside: Int
        var walkIns: Int
        var walkInsInside: Int
        var flagged: Int
    }

    struct Presence: Sendable {
        let signUp: Int64
        let session: Int64
        let places: Int
        let inside: Int
        let arrived: Int
        let isWalkIn: Bool
        /// Whether its sign-up holds no places, so that it must be one of those without.
        let isWithoutPlaces: Bool
    }

    struct Fact: Sendable {
        let id: Int64
        let session: Int64
        let signUp: Int64?
        let at: Date
        let people: Int
        let direction: String
        let isFlagged: Bool
        let undoes: Int64?
        let key: String
        /// Whether it is about the sign-up's own session.
        let isOurs: Bool
    }

    let tallies: [Tally]
    let presences: [Presence]
    let facts: [Fact]

    static func read(on database: PostgresSession) async throws -> DoorBooks {
        DoorBooks(
            tallies: try await database.execute(ReadTallies()), presences: try await database.execute(ReadPresences()),
            facts: try await database.execute(ReadFacts()))
    }

    subscript(session: Int64) -> Tally? { tallies.first { $0.session == session } }

    /// What is wrong, as sentences.
    ///
    /// Made from the facts by rules that are written down here a second time, so that the sums in the tables are not their own
    /// witness.
    func violations() -> [String] {
        let undone = Set(facts.compactMap(\.undoes))
        let counted = facts.filter { $0.direction != "undo" && !undone.contains($0.id) }
        var problems: [String] = []
        if undone.count != facts.filter({ $0.undoes != nil }).count {
            problems.append("something was taken back twice")
        }
        for presence in presences {
            let own = counted.filter { $0.signUp == presence.signUp && $0.isOurs }
            let seen = Self.fold(own.sorted { ($0.at, $0.id) < ($1.at, $1.id) }, places: presence.places)
            if seen.inside != presence.inside || seen.arrived != presence.arrived {
                problems.append("I7: \(presence) is not what its check-ins come to, \(seen)")
            }
            if presence.isWalkIn != presence.isWithoutPlaces {
                problems.append("\(presence) is counted among the wrong ones")
            }
            // In the order in which they came, nothing that was let pass may be too much.
            let passed = facts.filter {
                $0.signUp == presence.signUp && $0.isOurs && $0.direction == "in" && !$0.isFlagged
            }
            let left = facts.filter { $0.signUp == presence.signUp && $0.isOurs && $0.direction == "out" }
            let takenBack = passed.filter { undone.contains($0.id) }
            let most = presence.places + (left + takenBack).map(\.people).reduce(0, +)
            let entered = passed.map(\.people).reduce(0, +)
            if entered > most {
                problems.append("I7: \(entered) came in on \(presence.places) places, and none was flagged")
            }
        }
        for tally in tallies {
            let own = presences.filter { $0.session == tally.session }
            let anonymous = counted.filter { $0.session == tally.session && !$0.isOurs }
            let (guests, others) = (own.filter { !$0.isWalkIn }, own.filter(\.isWalkIn))
            var sums = tally
            sums.arrived = guests.map(\.arrived).reduce(0, +)
            sums.inside = guests.map(\.inside).reduce(0, +)
            sums.walkIns =
                others.map(\.arrived).reduce(0, +)
                + anonymous.filter { $0.direction == "in" }.map(\.people).reduce(0, +)
            sums.flagged = counted.filter { $0.session == tally.session && $0.isFlagged }.count
            // Which anonymous people left is nobody's to know: only their number in is a plain sum.
            sums.walkInsInside = tally.walkInsInside
            if sums != tally { problems.append("the sums of a door are \(sums), and it says \(tally)") }
        }
        return problems
    }

    private static func fold(_ facts: [Fact], places: Int) -> (inside: Int, arrived: Int) {
        var (inside, arrived) = (0, 0)
        for fact in facts {
            inside = fact.direction == "in" ? min(places, inside + fact.people) : max(0, inside - fact.people)
            arrived = max(arrived, inside)
        }
        return (inside, arrived)
    }
}

private struct ReadTallies: PostgresStatement {
    static let sql = """
        select session_id, arrived, inside, walk_ins, walk_ins_inside, flagged from app.door_tally order by session_id
        """

    static func decode(_ row: inout PostgresRow) throws -> DoorBooks.Tally {
        DoorBooks.Tally(
            session: try row.decode(), arrived: try row.decode(), inside: try row.decode(), walkIns: try row.decode(),
            walkInsInside: try row.decode(), flagged: try row.decode())
    }
}

private struct ReadPresences: PostgresStatement {
    static let sql = """
        select p.sign_up_id, p.session_id, p.places, p.inside, p.arrived, p.is_walk_in, u.status <> 'confirmed'
        from app.presence p join app.sign_up u on u.id = p.sign_up_id
        """

    static func decode(_ row: inout PostgresRow) throws -> DoorBooks.Presence {
        DoorBooks.Presence(
            signUp: try row.decode(), session: try row.decode(), places: try row.decode(), inside: try row.decode(),
            arrived: try row.decode(), isWalkIn: try row.decode(), isWithoutPlaces: try row.decode())
    }
}

private struct ReadFacts: PostgresStatement {
    static let sql = """
        select c.id, c.session_id, c.sign_up_id, c.at, c.people, c.direction, c.objection is not null, c.undoes,
            c.request_key, coalesce(u.session_id = c.session_id, false)
        from app.check_in c left join app.sign_up u on u.id = c.sign_up_id order by c.id
        """

    static func decode(_ row: inout PostgresRow) throws -> DoorBooks.Fact {
        DoorBooks.Fact(
            id: try row.decode(), session: try row.decode(), signUp: try row.decode(), at: try row.decode(),
            people: try row.decode(), direction: try row.decode(), isFlagged: try row.decode(),
            undoes: try row.decode(), key: try row.decode(), isOurs: try row.decode())
    }
}
