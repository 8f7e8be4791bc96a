import Postgres
import Testing

@Suite("The record")
struct RecordTests {
    @Test("Nobody changes or takes away an entry: neither the service nor whoever owns the database")
    func insertOnly() async throws {
        try await StaffDatabase.with { staff in
            try await staff.session.run(sqlScript: "select app.write_record('command', 'test.done', null)")
            let changes = [
                "update app.record set action = 'test.undone'", "delete from app.record", "truncate app.record",
                "truncate app.record, app.login", "update app.record set details = null where false or true",
            ]
            let settings = [
                "reset role", "set session_replication_role = replica", "set role socialday_web",
                "set role socialday_admin",
            ]
            for setting in settings {
                try await staff.session.run(sqlScript: setting)
                for change in changes {
                    #expect(await staff.refusal(of: change)?.state == "42501", "\(setting); \(change)")
                }
                try await staff.session.run(sqlScript: "reset role; set session_replication_role = origin")
            }
            let count = try await staff.session.execute(CountRecord())
            #expect(count[0] > 0)
        }
    }

    @Test("The service's roles neither read it past its function nor add what they like")
    func service() async throws {
        try await StaffDatabase.with { staff in
            for role in ["socialday_web", "socialday_admin"] {
                try await staff.session.run(sqlScript: "set role \(role)")
                for sql in [
                    "select * from app.record", "insert into app.record (actor, action) values ('command', 'a.b')",
                    "select app.write_record('command', 'a.b', null)", "alter table app.record disable trigger all",
                    "drop trigger record_kept on app.record",
                ] { #expect(await staff.refusal(of: sql)?.state == "42501", "\(role): \(sql)") }
                try await staff.session.run(sqlScript: "reset role")
            }
        }
    }

    @Test("No address gets into it, and nothing that is no actor, action or object")
    func form() async throws {
        try await StaffDatabase.with { staff in
            for (arguments, constraint) in [
                ("'ada@example.org', 'a.b', null", "record_actor"), ("'command', 'something', null", "record_action"),
                ("'command', 'a.b', 'Ada Lovelace'", "record_object"),
                ("'command', 'a.b', 'session:ada@example.org'", "record_object"),
                ("'command', 'a.b', null, '{\"email\": \"ada@example.org\"}'", "record_without_addresses"),
            ] {
                let refusal = await staff.refusal(of: "select app.write_record(\(arguments))")
                #expect(refusal?.state == "23514" && refusal?.constraint == constraint, "\(arguments)")
            }
        }
    }
}

private struct CountRecord: PostgresStatement {
    static let sql = "select count(*) from app.record"

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
}
