import Postgres
import Testing

@Suite("Who may change the programme")
struct DeskRightsTests {
    private static let calls = [
        "api.change_session(A, 1, null, '{}')", "api.create_session(A, '{}')",
        "api.publish_sessions(A, '{}')", "api.desk_sessions(A)", "api.desk_venues(A)", "api.desk_hosts(A)",
        "api.save_venue(A, null, '{}')", "api.save_room(A, '', null, '', 1)",
        "api.save_host(A, null, '', '', null)", "api.import_venues(A, '[]')",
        "api.import_sessions(A, '[]', 'Europe/Paris')",
        "api.set_notice(A, null, null, 'a', 'b', null, null)", "api.clear_notice(A, null, null)",
        "api.desk_changes(A)", "api.part_since(A, 'venue', 1, 1)", "api.undo_change(A, 1)",
    ]

    @Test("Nobody but administrators and organisers; a venue's manager changes capacities, and their own only")
    func roles() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            try await database.run(
                sqlScript: """
                    insert into app.account (id, email, role) values
                        ('00000000-0000-0000-0000-000000000001', 'o@example.org', 'organiser'),
                        ('00000000-0000-0000-0000-000000000002', 'v@example.org', 'venue_manager'),
                        ('00000000-0000-0000-0000-000000000003', 'w@example.org', 'venue_manager');
                    update app.account set factor_set_at = now();
                    insert into app.account_venue select '00000000-0000-0000-0000-000000000002', id from app.venue;
                    set role socialday_web
                    """)
            func actor(_ number: Int) -> String { "'account:00000000-0000-0000-0000-00000000000\(number)'" }
            for call in Self.calls {
                for who in ["'command'", actor(2), actor(9), "''", "null", "'door:x'"] {
                    let sql = "select \(call.replacing("(A", with: "(\(who)"))"
                    #expect(await database.refusal(of: sql) == "42501", "\(sql)")
                }
            }
            for call in ["api.desk_sessions(A)", "api.desk_venues(A)", "api.desk_hosts(A)"] {
                #expect(
                    await database.refusal(of: "select \(call.replacing("(A", with: "(" + actor(1)))") == nil, "\(call)"
                )
            }
            let capacity = { (who: String) in "select api.set_capacity(\(who), \(day.sessions[0]), null, 3)" }
            #expect(await database.refusal(of: capacity(actor(2))) == nil)
            #expect(await database.refusal(of: capacity(actor(3))) == "42501")
            #expect(await database.refusal(of: capacity("'command'")) == "42501")
        }
    }
}
