import Foundation
import Postgres
import Testing

@Suite("What a password alone opens, in SQL")
struct ProofTests {
    /// Those of the functions that refuse the actor, each where this was changed before.
    private static func refusing(
        _ role: String, in staff: StaffDatabase, after change: String = ""
    ) async throws -> Set<String> {
        var names: Set<String> = []
        for function in try await staff.session.execute(ActorFunctions()) {
            try await staff.session.run(sqlScript: StaffDatabase.wholeAccounts + change)
            if await staff.isForbidden(function.call(by: "'\(staff.actors[role] ?? "")'")) {
                names.insert(function.name)
            }
        }
        return names
    }

    @Test("Without its second factor, an account may nothing but its own affairs and what shows numbers only")
    func factor() async throws {
        try await StaffDatabase.with { staff in
            let lost = "update app.account set factor_set_at = null"
            let others = StaffFunctions.all.filter { _, need in
                ![.account, .permission("capacity:change"), .permission("counts:read"), .anywhere("counts:read")]
                    .contains(need)
            }
            #expect(others.count > 40)
            for role in ["administrator", "organiser"] {
                #expect(try await Self.refusing(role, in: staff, after: lost).isSuperset(of: others.keys), "\(role)")
            }
            try await staff.session.run(sqlScript: lost)
            for permission in ["door:work", "door:open"] {
                let call =
                    "select app.require('\(staff.actors["venue_manager"] ?? "")', '\(permission)', \(staff.venues[0]))"
                #expect(await staff.isForbidden(call))
            }
            // The check bites: where it were left out, they would be let in.
            try await staff.session.run(
                sqlScript: """
                    create or replace function app.permissions_for_numbers() returns text[]
                    language sql immutable as $$ select app.permissions('administrator') $$
                    """)
            #expect(
                try await Self.refusing("administrator", in: staff, after: lost).isDisjoint(
                    with: others.keys.filter { $0 != "door_list" }))
        }
    }

    @Test("Exports and rights ask for a password or code shown within ten minutes, in a login that is open")
    func proof() async throws {
        try await StaffDatabase.with { staff in
            let asking: Set<String> = [
                "begin_export", "add_account", "change_account", "disable_account", "reset_account",
            ]
            let usual = try await Self.refusing("administrator", in: staff)
            #expect(usual.isDisjoint(with: asking))
            let late = "proved_at = now() - interval '11 minutes 1 second'"
            for change in [late, "ended_at = now()"] {
                // Somebody else's proof is no help.
                let script = """
                    update app.login set \(change)
                    where account_id = (select id from app.account where role = 'administrator')
                    """
                let refusing = try await Self.refusing("administrator", in: staff, after: script)
                #expect(refusing == usual.union(asking), "\(change)")
            }
            // The check bites.
            try await staff.session.run(
                sqlScript: """
                    create or replace function app.require_proof(actor text) returns void language plpgsql as $$
                    begin end $$
                    """)
            let refusing = try await Self.refusing("administrator", in: staff, after: "update app.login set \(late)")
            #expect(refusing == usual)
        }
    }

    @Test("Refused logins are in the record, those of a throttle once, and nothing there tells of an unknown address")
    func refusals() async throws {
        try await StaffDatabase.with { staff in
            let id = staff.actors["organiser"]?.dropFirst("account:".count) ?? ""
            try await staff.session.run(sqlScript: "truncate app.login_attempt")
            let before = try await staff.session.execute(Entries()).count
            for account in ["'\(id)'", "null"] {
                for _ in 0..<12 {
                    try await staff.session.run(
                        sqlScript:
                            "select api.attempt_login(array[sha256('\(account == "null" ? "x" : "y")')], \(account))")
                }
                for why in ["password", "code", "proof"] {
                    try await staff.session.run(sqlScript: "select api.refuse_login(\(account), '\(why)')")
                }
            }
            let entries = Array(try await staff.session.execute(Entries()).dropFirst(before))
            #expect(
                entries == [
                    "service login.throttled account:\(id) -", "service login.refused account:\(id) password",
                    "service login.refused account:\(id) code", "service login.refused account:\(id) proof",
                    "service login.throttled - -", "service login.refused - password", "service login.refused - code",
                    "service login.refused - proof",
                ])
            for why in ["'ada@example.org'", "null"] {
                #expect(await staff.refusal(of: "select api.refuse_login(null, \(why))")?.state == "22023")
            }
        }
    }
}

private struct Entries: PostgresStatement {
    static let sql = """
        select concat_ws(' ', actor, action, coalesce(object, '-'), coalesce(details ->> 'reason', '-'))
        from app.record order by id
        """

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}
