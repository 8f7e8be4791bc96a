import Registration

extension KnownRoutes {
    /// People, sign-ups at the desk, messages.
    static let people: [String: Access] = [
        "GET /staff/people": .needs(.peopleRead), "POST /staff/people": .needs(.peopleRead),
        "GET /staff/people/{person}": .needs(.peopleRead),
        "POST /staff/people/{person}/contact": .needs(.peopleChange),
        "POST /staff/people/{person}/notes": .needs(.peopleChange),
        "POST /staff/people/{person}/notes/{note}/delete": .needs(.peopleChange),
        "POST /staff/people/{person}/notes/{note}/restore": .needs(.peopleChange),
        "GET /staff/people/{person}/sign-ups/{reference}/ticket": .needs(.peopleRead),
        "GET /staff/people/{person}/sign-ups/{reference}/cancel": .needs(.peopleChange),
        "POST /staff/people/{person}/sign-ups/{reference}/cancel": .needs(.peopleChange),
        "GET /staff/people/{person}/sign-ups/{reference}/places": .needs(.peopleChange),
        "POST /staff/people/{person}/sign-ups/{reference}/places": .needs(.peopleChange),
        "GET /staff/people/{person}/sign-ups/{reference}/move": .needs(.peopleChange),
        "POST /staff/people/{person}/sign-ups/{reference}/move": .needs(.peopleChange),
        "GET /staff/people/{person}/sign-ups/{reference}/move-up": .needs(.peopleChange),
        "POST /staff/people/{person}/sign-ups/{reference}/move-up": .needs(.peopleChange),
        "POST /staff/people/{person}/sign-ups/{reference}/restore": .needs(.peopleChange),
        "POST /staff/people/{person}/sign-ups/{reference}/put-back": .needs(.peopleChange),
        "GET /staff/sign-ups/new": .needs(.peopleChange), "POST /staff/sign-ups/new": .needs(.peopleChange),
        "GET /staff/sessions/{slug}/people": .needs(.peopleRead),
        "GET /staff/sessions/{slug}/waiting-list": .needs(.peopleRead),
        "GET /staff/messages": .needs(.peopleWriteTo),
        "GET /staff/messages/new": .needs(.peopleWriteTo), "POST /staff/messages/new": .needs(.peopleWriteTo),
        "GET /staff/messages/{message}": .needs(.peopleWriteTo),
        "GET /staff/hosts/letters": .needs(.peopleWriteTo), "POST /staff/hosts/letters": .needs(.peopleWriteTo),
        "POST /staff/hosts/{id}/contact": .needs(.programmeChange),
    ]
}
