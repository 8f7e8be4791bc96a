internal import Foundation
internal import Registration
internal import RegistrationStore

/// Every page that search engines may keep, in both languages, each leading to the other (sitemaps.org 0.9, with
/// `xhtml:link`).
struct Sitemap {
    let programme: Programme
    /// `https://example.org`
    let origin: String

    func bytes() -> [UInt8] {
        var xml = XMLText(
            root: "urlset",
            [
                "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9", "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
            ])
        for address in [PageAddress.home, .programme, .openData, .privacy, .accessibility] { pages(address, &xml) }
        for slug in Set(programme.sessions.map(\.venue.slug)).sorted() { pages(.venue(slug: slug), &xml) }
        for session in programme.sessions {
            pages(.session(slug: session.slug), changed: session.updatedAt, &xml)
        }
        return xml.bytes()
    }

    private func pages(_ address: PageAddress, changed: Date? = nil, _ xml: inout XMLText) {
        for language in Language.allCases {
            xml.open("url")
            xml.element("loc", origin + address.path(language))
            if let changed { xml.element("lastmod", changed.formatted(programme.dates)) }
            for (name, other) in [("fr", Language.french), ("en", .english), ("x-default", .french)] {
                xml.element("xhtml:link", ["rel": "alternate", "hreflang": name, "href": origin + address.path(other)])
            }
            xml.close("url")
        }
    }
}
