import Registration

extension KnownRoutes {
    /// Doors, boards and sheets.
    static let doors: [String: Access] = [
        "GET /staff/door": .needs(.doorWork), "GET /staff/door/sessions/{slug}": .needs(.doorWork),
        "POST /staff/door/sessions/{slug}": .needs(.doorWork),
        "GET /staff/door/sessions/{slug}/list": .needs(.doorWork),
        "GET /staff/door/sessions/{slug}/others": .needs(.doorWork),
        "POST /staff/door/links": .needs(.doorOpen), "POST /staff/door/links/end": .needs(.doorOpen),
        "GET /staff/door/tickets/{token}": .needs(.doorWork), "POST /staff/door/check-ins": .needs(.doorWork),
        "GET /staff/door/worker.js": .entrance, "GET /staff/sessions/{slug}/sheet": .needs(.doorWork),
        "GET /staff/board": .needs(.countsRead), "GET /staff/board/stream": .needs(.countsRead),
        "GET /staff/venues/{venue}/board": .needs(.countsRead),
        "GET /staff/venues/{venue}/board/stream": .needs(.countsRead),
        "GET /staff/venues/{venue}/sessions/{slug}/capacity": .needs(.capacityChange),
        "POST /staff/venues/{venue}/sessions/{slug}/capacity": .needs(.capacityChange),
    ]

    static let doorCalls: [String: Access] = [
        "POST /api/v1/check-ins": .scope(.checkInsWrite), "GET /api/v1/venues/{slug}/capacity": .scope(.capacityRead),
    ]
}
