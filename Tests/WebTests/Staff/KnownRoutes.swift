import Registration

/// Every route there is, and who may come in: what the code says of itself is held against this.
enum KnownRoutes {
    enum Access: Hashable, Sendable {
        /// Everybody, and being logged in changes nothing.
        case open
        /// Tokens with this scope.
        case scope(Scope)
        /// Staff's pages that ask for no login.
        case entrance
        /// Whoever is logged in or holds a door link.
        case staff
        /// Whoever is logged in.
        case account
        /// Whoever may do this; at their own venues, where the path has one.
        case permission(Permission, fresh: Bool)

        static func needs(_ permission: Permission) -> Access { .permission(permission, fresh: false) }
        /// The same, with a password or code shown within ten minutes.
        static func needsFresh(_ permission: Permission) -> Access { .permission(permission, fresh: true) }
    }

    static let all: [String: Access] = visitors.merging(programs) { $1 }.merging(staff) { $1 }

    static let staff: [String: Access] = [
        "GET /staff": .staff,
        "GET /staff/login": .entrance, "POST /staff/login": .entrance, "POST /staff/login/code": .entrance,
        "GET /staff/links/{token}": .entrance, "POST /staff/links/{token}": .entrance,
        "GET /staff/forgotten": .entrance, "POST /staff/forgotten": .entrance,
        "GET /staff/door/{token}": .entrance,
        "POST /staff/logout": .staff, "POST /staff/language": .staff,
        "GET /staff/confirm": .account, "POST /staff/confirm": .account,
        "GET /staff/account": .account,
        "GET /staff/account/password": .account, "POST /staff/account/password": .account,
        "GET /staff/account/second-factor": .account, "POST /staff/account/second-factor": .account,
        "POST /staff/account/second-factor/replace": .account,
        "GET /staff/account/logins": .account, "POST /staff/account/logins/{login}/end": .account,
        "GET /staff/accounts": .needs(.accountsManage),
        "GET /staff/accounts/new": .needsFresh(.accountsManage),
        "POST /staff/accounts/new": .needsFresh(.accountsManage),
        "GET /staff/accounts/{account}": .needsFresh(.accountsManage),
        "POST /staff/accounts/{account}": .needsFresh(.accountsManage),
        "POST /staff/accounts/{account}/disable": .needsFresh(.accountsManage),
        "POST /staff/accounts/{account}/enable": .needsFresh(.accountsManage),
        "POST /staff/accounts/{account}/reset": .needsFresh(.accountsManage),
        "GET /staff/record": .needs(.recordRead),
        "GET /staff/exports": .needs(.peopleExport), "POST /staff/exports": .needsFresh(.peopleExport),
        "POST /staff/exports/choices/{choice}/forget": .needs(.peopleExport),
        "GET /staff/exports/{run}": .needsFresh(.peopleExport),
        "GET /staff/exports/{run}/file": .needsFresh(.peopleExport),
    ].merging(desk) { $1 }.merging(people) { $1 }.merging(doors) { $1 }

    static let desk: [String: Access] = Dictionary(
        uniqueKeysWithValues: [
            "GET /staff/sessions", "POST /staff/sessions/publication", "GET /staff/sessions/new",
            "POST /staff/sessions/new", "GET /staff/sessions/{slug}", "POST /staff/sessions/{slug}",
            "GET /staff/sessions/{slug}/publish", "POST /staff/sessions/{slug}/publish",
            "GET /staff/sessions/{slug}/withdraw", "POST /staff/sessions/{slug}/withdraw",
            "GET /staff/sessions/{slug}/cancel", "POST /staff/sessions/{slug}/cancel",
            "GET /staff/sessions/{slug}/restore", "POST /staff/sessions/{slug}/restore",
            "GET /staff/venues", "GET /staff/venues/new", "POST /staff/venues/new", "GET /staff/venues/{venue}",
            "POST /staff/venues/{venue}", "POST /staff/venues/{venue}/rooms", "GET /staff/hosts", "POST /staff/hosts",
            "GET /staff/hosts/{id}", "POST /staff/hosts/{id}", "GET /staff/notices", "POST /staff/notices",
            "POST /staff/notices/clear", "GET /staff/import", "POST /staff/import", "GET /staff/changes",
            "GET /staff/changes/{change}/undo", "POST /staff/changes/{change}/undo",
        ].map { ($0, .needs(.programmeChange)) })

    static let programs: [String: Access] = [
        "GET /api/v1/openapi.json": .open, "GET /api/v1/sessions": .open, "GET /api/v1/sessions/{slug}": .open,
        "GET /api/v1/venues": .open,
        "POST /api/v1/sign-ups": .scope(.signUpsWrite), "DELETE /api/v1/sign-ups/{reference}": .scope(.signUpsWrite),
        "GET /api/v1/attendees": .scope(.attendeesRead),
        "GET /api/v1/sessions/{slug}/attendees": .scope(.attendeesRead),
        "GET /api/v1/sessions/{slug}/needs": .scope(.attendeesRead),
    ].merging(doorCalls) { $1 }

    static let visitors = Dictionary(uniqueKeysWithValues: open.map { ($0, Access.open) })

    private static let open = [
        "GET /", "GET /assets/{file}", "GET /favicon.ico", "GET /health/live", "GET /health/ready",
        "GET /open-data/sessions.csv", "GET /open-data/sessions.json", "GET /programme.atom", "GET /programme.ics",
        "GET /robots.txt", "GET /sitemap.xml", "GET /{language}", "GET /{language}/accessibility",
        "GET /{language}/embed", "GET /{language}/farewell", "GET /{language}/lost-ticket", "GET /{language}/my-day",
        "GET /{language}/my-sign-ups", "GET /{language}/my-sign-ups/{token}",
        "GET /{language}/my-sign-ups/{token}/data.json", "GET /{language}/my-sign-ups/{token}/erase",
        "GET /{language}/open-data", "GET /{language}/places.json", "GET /{language}/privacy",
        "GET /{language}/programme", "GET /{language}/sessions/{slug}", "GET /{language}/sessions/{slug}/session.ics",
        "GET /{language}/sessions/{slug}/sign-ups", "GET /{language}/tickets/{token}",
        "GET /{language}/tickets/{token}/calendar.ics", "GET /{language}/tickets/{token}/cancel",
        "GET /{language}/tickets/{token}/name", "GET /{language}/tickets/{token}/places",
        "GET /{language}/tickets/{token}/switch/{slug}", "GET /{language}/venues/{slug}",
        "POST /csp-reports",
        "POST /{language}/lost-ticket", "POST /{language}/my-day", "POST /{language}/my-day/choices",
        "POST /{language}/my-day/email", "POST /{language}/my-sign-ups", "POST /{language}/my-sign-ups/{token}/erase",
        "POST /{language}/sessions/{slug}/sign-ups", "POST /{language}/sessions/{slug}/sign-ups/{reference}/email",
        "POST /{language}/tickets/{token}/cancel", "POST /{language}/tickets/{token}/name",
        "POST /{language}/tickets/{token}/places", "POST /{language}/tickets/{token}/switch/{slug}",
    ]
}
