import Postgres
import Testing

@Suite("What the tables themselves refuse")
struct ConstraintTests {
    /// The constraint that a change breaks; nil where it breaks none.
    private func broken(_ sql: String, on database: PostgresSession) async -> String? {
        do throws(PostgresError) {
            try await database.run(sqlScript: sql)
            return nil
        } catch {
            return error.constraint ?? "\(error)"
        }
    }

    @Test("No session holds more than its room, even when it is the room that changes")
    func roomCapacity() async throws {
        try await Day.with([SessionPlan(capacity: 10, roomCapacity: 20)]) { database, day in
            #expect(
                await broken("update app.session set capacity = 21", on: database) == "session_fits_room")
            #expect(await broken("update app.room set capacity = 9", on: database) == "session_fits_room")
            #expect(
                await broken("update app.session set room_capacity = 30, capacity = 30", on: database)
                    == "session_room")
            #expect(await broken("update app.room set capacity = 10", on: database) == nil)
            #expect(await broken("update app.session set capacity = 0", on: database) == "session_capacity")
        }
    }

    @Test("A tally holds no more places than its session, whoever writes it")
    func tally() async throws {
        try await Day.with([SessionPlan(capacity: 2)]) { database, day in
            #expect(
                await broken("update app.session_tally set confirmed = 3", on: database)
                    == "session_tally_confirmed")
            #expect(
                await broken("update app.session_tally set capacity = 3, confirmed = 3", on: database)
                    == "session_tally_capacity")
        }
    }

    @Test("No room has two sessions at one time; those that touch, or were called off, do not count")
    func aloneInRoom() async throws {
        let plans = [SessionPlan(), SessionPlan(slot: SessionPlan.lateMorning), SessionPlan(slot: SessionPlan.noon)]
        try await Day.with(plans) { database, day in
            func toFirstRoom(_ session: Int64) -> String {
                """
                update app.session set room_id = (select room_id from app.session where id = \(day.sessions[0]))
                where id = \(session)
                """
            }
            #expect(await broken(toFirstRoom(day.sessions[1]), on: database) == "session_alone_in_room")
            #expect(await broken(toFirstRoom(day.sessions[2]), on: database) == nil, "they touch")
            try await database.run(
                sqlScript: "update app.session set cancelled_at = now() where id <> \(day.sessions[1])")
            #expect(await broken(toFirstRoom(day.sessions[1]), on: database) == nil, "the others were called off")
            #expect(
                await broken("update app.session set cancelled_at = null", on: database)
                    == "session_alone_in_room")
        }
    }

    @Test("No attendee has two live sign-ups for a session, and no two sign-ups one queue number")
    func signUps() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let first = try await database.signUp("ada@example.org", day.sessions[0])
            try await database.cancel(first.signUp)
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            #expect(
                await broken("update app.sign_up set status = 'waiting', cancelled_at = null", on: database)
                    == "sign_up_one_live")
            #expect(
                await broken("update app.sign_up set queue_number = 1", on: database) == "sign_up_queue_number")
            #expect(
                await broken("update app.attendee set email = 'ADA@example.org'", on: database)
                    == "attendee_email")
        }
    }
}
