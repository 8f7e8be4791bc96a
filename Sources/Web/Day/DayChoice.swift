internal import Hummingbird

/// The sessions that somebody has put aside for their day, by slug, before signing up: in the address, where it can be
/// shared, or in a cookie that holds nothing else and ends with the browser.
struct DayChoice: Equatable {
    static let cookieName = "__Host-day"
    /// More than fit into a day.
    static let limit = 12

    /// In the order in which they were chosen, none twice.
    private(set) var slugs: [String] = []

    init(_ slugs: some Sequence<String>) {
        for slug in slugs { add(slug) }
    }

    /// That of the address (`?sessions=a,b`) where it has one, otherwise the cookie's.
    init(_ request: Request) {
        if let listed = request.uri.queryParameters["sessions"] {
            self.init(String(listed).split(separator: ",").map(String.init))
        } else {
            self.init((request.cookies[Self.cookieName]?.value ?? "").split(separator: ".").map(String.init))
        }
    }

    mutating func add(_ slug: String) {
        let isSlug =
            !slug.isEmpty
            && slug.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
        guard isSlug, slug.utf8.count <= 200, slugs.count < Self.limit, !slugs.contains(slug) else { return }
        slugs.append(slug)
    }

    mutating func remove(_ slug: String) { slugs.removeAll { $0 == slug } }

    var cookie: String {
        let end = slugs.isEmpty ? "; Max-Age=0" : ""
        return "\(Self.cookieName)=\(slugs.joined(separator: ".")); Path=/\(end); Secure; HttpOnly; SameSite=Lax"
    }
}
