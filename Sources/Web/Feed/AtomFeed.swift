internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The programme as a feed of what is new or changed (RFC 4287), the latest change first.
struct AtomFeed {
    let programme: Programme
    let sessions: [Session]
    let language: Language
    let publicURL: PublicURL

    func bytes() -> [UInt8] {
        let site = Texts.all.site
        let path = "/programme.atom?lang=\(language.rawValue)"
        var xml = XMLText(root: "feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language.rawValue])
        xml.element("id", tag("programme/\(language.rawValue)"))
        xml.element("title", "\(site.name[language]) – \(site.dayName[language])")
        xml.element("subtitle", Texts.all.programme.description[language])
        xml.element("updated", (sessions.map(\.updatedAt).max() ?? Date(timeIntervalSince1970: 0)).formatted(dates))
        xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": publicURL.origin + path])
        xml.element("link", ["rel": "alternate", "type": "text/html", "href": address(.programme)])
        xml.element("rights", "Licence Ouverte / Open Licence 2.0 (Etalab)")
        for session in sessions.sorted(by: { ($1.updatedAt, $0.slug) < ($0.updatedAt, $1.slug) }) {
            entry(session, &xml)
        }
        return xml.bytes()
    }

    private func entry(_ session: Session, _ xml: inout XMLText) {
        let phrases = SessionPhrases(language)
        let title = session.title.typeset[language]
        xml.open("entry")
        xml.element("id", tag("sessions/\(session.slug)"))
        xml.element(
            "title",
            session.isCancelled ? "\(Texts.all.session.cancelledMark[language]) \(title)" : title)
        xml.element("updated", session.updatedAt.formatted(dates))
        xml.element("link", ["rel": "alternate", "type": "text/html", "href": address(.session(slug: session.slug))])
        xml.open("author")
        xml.element("name", session.host.name)
        xml.close("author")
        xml.element("category", ["term": session.theme.rawValue, "label": session.theme.name[language]])
        let moments = Moments(language, in: dates.timeZone)
        let facts = [
            moments.day(session.startsAt) + ", " + moments.times(session.startsAt, session.endsAt),
            session.venue.nameAndDistrict(in: language), phrases.kind(of: session),
            session.summary.typeset[language],
        ]
        xml.element("summary", facts.joined(separator: " — "))
        xml.close("entry")
    }

    private var dates: Date.ISO8601FormatStyle { programme.dates }

    private func address(_ page: PageAddress) -> String { publicURL.origin + page.path(language) }

    /// An identifier that stays when the page moves (RFC 4151), dated by the edition's first day.
    private func tag(_ name: String) -> String {
        "tag:\(publicURL.host),\(programme.edition?.firstDay.description ?? "2026-01-01"):\(name)"
    }
}
