import Foundation
import Postgres
import Testing

@Suite("What the staff may do, in SQL")
struct RequireTests {
    @Test("Every function that names an actor is in the list of those known, and none is listed that is not there")
    func complete() async throws {
        try await StaffDatabase.with { staff in
            let names = Set(try await staff.session.execute(ActorFunctions()).map(\.name))
            #expect(names.subtracting(StaffFunctions.all.keys).sorted() == [])
            #expect(Set(StaffFunctions.all.keys).subtracting(names).sorted() == [])
        }
    }

    @Test("Each refuses whoever is not known, whatever they call themselves")
    func strangers() async throws {
        try await StaffDatabase.with { staff in
            let stranger = "6d0f5c1e-0000-4000-8000-000000000000"
            for function in try await staff.session.execute(ActorFunctions()) {
                for actor in [
                    "null", "''", "'account:'", "'account:x'", "'account:\(stranger)'", "'door:\(stranger)'",
                    "'token:\(stranger)'", "'Command'", "'service'", "'administrator'",
                ] { #expect(await staff.isForbidden(function.call(by: actor)), "\(function.name) by \(actor)") }
            }
        }
    }

    @Test("Each lets in the roles that may do what it does, and refuses the others")
    func roles() async throws {
        try await StaffDatabase.with { staff in
            for function in try await staff.session.execute(ActorFunctions()) {
                guard let need = StaffFunctions.all[function.name] else { continue }
                for (role, actor) in staff.actors.sorted(by: { $0.key < $1.key }) {
                    // Some of the functions take it away.
                    try await staff.session.run(sqlScript: StaffDatabase.wholeAccounts)
                    let isForbidden = await staff.isForbidden(function.call(by: "'\(actor)'"))
                    #expect(isForbidden == !need.isOpen(to: role), "\(function.name) by \(role)")
                }
            }
        }
    }

    @Test("`command` is for whoever may be socialday_admin, and not for the service")
    func command() async throws {
        try await StaffDatabase.with { staff in
            for role in ["socialday_web", "socialday_admin"] {
                try await staff.session.run(sqlScript: "set role \(role)")
                let isForbidden = await staff.isForbidden("select * from api.accounts('command')")
                let refusal = await staff.refusal(of: "select * from api.accounts('command')")
                #expect(isForbidden == (role == "socialday_web") && (refusal == nil) == (role != "socialday_web"))
                try await staff.session.run(sqlScript: "reset role")
            }
        }
    }

    @Test("A venue manager and a door may at their venue only, and only while they are open")
    func venues() async throws {
        try await StaffDatabase.with { staff in
            for (role, permission) in [("venue_manager", "capacity:change"), ("steward", "door:work")] {
                let actor = staff.actors[role] ?? ""
                let call = { (venue: Int64) in "select app.require('\(actor)', '\(permission)', \(venue))" }
                #expect(await !staff.isForbidden(call(staff.venues[0])), "\(role)")
                #expect(await staff.isForbidden(call(staff.venues[1])), "\(role)")
                #expect(await staff.isForbidden("select app.require('\(actor)', '\(permission)')"), "\(role)")
                #expect(await staff.isForbidden("select app.require('\(actor)', 'people:read', \(staff.venues[0]))"))
            }
            try await staff.session.run(
                sqlScript: """
                    update app.account set disabled_at = now();
                    update app.door_link set expires_at = now() - interval '1 second';
                    """)
            for actor in staff.actors.values {
                #expect(await staff.isForbidden("select app.require('\(actor)', 'counts:read', \(staff.venues[0]))"))
            }
        }
    }

    @Test("A token may what its scopes say, and nothing once it is revoked")
    func tokens() async throws {
        try await StaffDatabase.with { staff in
            let id = "6d0f5c1e-0000-4000-8000-000000000001"
            try await staff.session.run(
                sqlScript: """
                    insert into app.api_token (id, name, scopes, hash)
                    values ('\(id)', 't', '{capacity:read}', sha256('x'))
                    """)
            #expect(await !staff.isForbidden("select app.require('token:\(id)', 'counts:read')"))
            for permission in ["people:read", "people:export", "door:work", "accounts:manage", "record:read"] {
                #expect(await staff.isForbidden("select app.require('token:\(id)', '\(permission)')"), "\(permission)")
            }
            try await staff.session.run(sqlScript: "update app.api_token set revoked_at = now()")
            #expect(await staff.isForbidden("select app.require('token:\(id)', 'counts:read')"))
        }
    }
}

extension StaffFunctions.Need {
    /// Whether a role may, where every argument but the actor is null, so that nobody bound to a venue is at one of theirs.
    func isOpen(to role: String) -> Bool {
        switch self {
        case .account: role != "steward"
        case .anywhere: true
        case .atSession: false
        case .permission(let permission):
            role == "administrator" || role == "organiser" && permission != "accounts:manage"
        }
    }
}

/// A function of `api` that takes an actor first.
struct ActorFunction: Sendable {
    let name: String
    /// Of the arguments after the actor.
    let types: [String]

    func call(by actor: String) -> String {
        "select * from api.\(name)(" + ([actor] + types.map { "null::\($0)" }).joined(separator: ", ") + ")"
    }
}

struct ActorFunctions: PostgresStatement {
    static let sql = """
        select p.proname::text,
            array(select format_type(t, null) from unnest(p.proargtypes::oid[]) with ordinality a (t, i)
                where i > 1 order by i)
        from pg_proc p
        where p.pronamespace = 'api'::regnamespace and p.proargnames[1] = 'actor'
        order by 1
        """

    static func decode(_ row: inout PostgresRow) throws -> ActorFunction {
        ActorFunction(name: try row.decode(String.self), types: try row.decode([String].self))
    }
}
