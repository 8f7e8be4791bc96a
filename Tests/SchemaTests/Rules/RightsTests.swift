import Postgres
import Schema
import TestSupport
import Testing

@Suite("What the service's roles may do")
struct RightsTests {
    /// The SQLSTATE that a statement is refused with; nil where it is not.
    private func refusal(of sql: String, on database: PostgresSession) async -> String? {
        do throws(PostgresError) {
            try await database.run(sqlScript: sql)
            return nil
        } catch {
            return error.sqlState
        }
    }

    @Test("The role that serves the web signs people up and reads the programme")
    func web() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            try await database.run(sqlScript: "set role socialday_web")
            let answer = try await database.signUp("ada@exmaple.org", day.sessions[0])
            #expect(answer.outcome == "confirmed")
            #expect(try await database.correctEmail(of: answer.signUp, to: "ada@example.org").outcome == "corrected")
            #expect(try await database.cancel(answer.signUp) == "cancelled")
            let held = try await database.signUp("bo@example.org", day.sessions[0])
            #expect(try await database.tickets(signUp: held.signUp).count == 1)
            #expect(try await database.rename(held.signUp, to: "Beau") == "done")
            #expect(try await database.reducePlaces(of: held.signUp, to: 1) == "done")
            #expect(try await database.cancelTicket(held.signUp) == "done")
            try await database.ask(for: "address_link", to: "bo@example.org")
            #expect(try await database.data(of: 0) == nil)
            #expect(try await database.erase(attendee: 0) == "not_found")
            for view in ["programme", "tallies", "current_edition", "venues", "notices", "health", "schema_changes"] {
                #expect(await refusal(of: "select * from api.\(view)", on: database) == nil, "\(view)")
            }
        }
    }

    @Test("It does nothing else: no table, no function of app, no capacity, no object of its own")
    func webOnly() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let tables = try await database.execute(TablesOfApp())
            #expect(tables.contains("sign_up"))
            try await database.run(sqlScript: "set role socialday_web")
            for table in tables {
                for sql in [
                    "select from app.\(table)", "insert into app.\(table) default values",
                    "delete from app.\(table)", "truncate app.\(table)",
                ] {
                    #expect(await refusal(of: sql, on: database) == "42501", "\(sql)")
                }
            }
            for sql in [
                "select api.set_capacity('command', \(day.sessions[0]), null, 5)", "select app.lock_edition('{1}')",
                "select app.promote('{1}', now())", "update app.session set capacity = 5",
                "create table api.mine ()", "create table public.mine ()", "select * from api.tokens",
            ] {
                #expect(await refusal(of: sql, on: database) == "42501", "\(sql)")
            }
        }
    }

    @Test("In a migrated database nobody but its owner makes temporary tables, which could stand in front of ours")
    func temporaryTables() async throws {
        // What is granted on a database stays behind when it is copied, so this one is migrated itself.
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                try await Schema.migrate(session: database, logger: TestDatabase.quietLogger)
                try await database.run(sqlScript: "set role socialday_web")
                #expect(await refusal(of: "create temporary table mine ()", on: database) == "42501")
            }
        }
    }

    @Test("Nothing in app is granted to anybody, and nothing in api to everybody")
    func grants() async throws {
        try await Day.with([SessionPlan()]) { database, _ throws in
            #expect(try await database.execute(GrantsOutOfPlace()).isEmpty)
        }
    }

    @Test("Every function in api runs with its owner's rights and a search path that nobody else can change")
    func searchPaths() async throws {
        try await Day.with([SessionPlan()]) { database, _ throws in
            #expect(try await database.execute(UnpinnedFunctions()).isEmpty)
        }
    }
}

private struct TablesOfApp: PostgresStatement {
    static let sql = """
        select relname from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p', 'v')
        """

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

/// Whatever somebody who does not own it may do with an object of `app`, and whatever everybody may do in `api`.
private struct GrantsOutOfPlace: PostgresStatement {
    static let sql = """
        with object as (
            select relnamespace as namespace, relname as name, relowner as owner,
                coalesce(relacl, acldefault('r', relowner)) as acl
            from pg_class where relkind in ('r', 'p', 'v', 'm', 'f')
            union all
            select relnamespace, relname, relowner, coalesce(relacl, acldefault('s', relowner))
            from pg_class where relkind = 'S'
            union all
            select c.relnamespace, c.relname || '.' || a.attname, c.relowner, a.attacl
            from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attacl is not null
            union all
            select p.pronamespace, p.proname, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
            from pg_proc p
            where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            union all
            select oid, nspname, nspowner, coalesce(nspacl, acldefault('n', nspowner)) from pg_namespace
        )
        select o.namespace::regnamespace || '.' || o.name || ' to ' || g.grantee::regrole
        from object o, aclexplode(o.acl) g
        where g.grantee <> o.owner and (
            o.namespace = 'app'::regnamespace or o.namespace = 'api'::regnamespace and g.grantee = 0)
        """

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct UnpinnedFunctions: PostgresStatement {
    static let sql = """
        select p.proname
        from pg_proc p
        where p.pronamespace = 'api'::regnamespace and not (
            p.prosecdef and coalesce('search_path=pg_catalog, pg_temp' = any (p.proconfig), false))
        """

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}
