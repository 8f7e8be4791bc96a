internal import HTTPTypes
internal import Hummingbird

/// Whether a form was sent from one of our own pages, by what the browser says of its origin (a page can't forge that).
enum SameOrigin {
    static func holds(for request: Request, origin ours: String) -> Bool {
        if let origin = request.headers[.origin] { return origin == ours }
        // Browsers too old to send Origin with a form send neither; the token and the SameSite cookie remain.
        guard let site = request.headers[.secFetchSite] else { return true }
        return site == "same-origin"
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
