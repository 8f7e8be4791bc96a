public import Foundation

/// A calendar to be downloaded, subscribed to or mailed (RFC 5545; as a mail's part RFC 5546 and RFC 6047).
public struct CalendarFile: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable {
        /// For whoever wants it.
        case publish = "PUBLISH"
        /// To one attendee, for their calendar.
        case request = "REQUEST"
        /// Takes it out of their calendar again.
        case cancel = "CANCEL"
    }

    public let method: Method
    public let timeZone: TimeZone
    public let events: [CalendarEvent]
    /// What a calendar that is subscribed to is called.
    public let name: String?
    /// The bare mailbox that invites; `REQUEST` and `CANCEL` need it.
    public let organizer: String?
    /// The bare mailbox of the attendee whom a mail goes to. In nothing that others may see.
    public let attendee: String?

    public init(
        method: Method, timeZone: TimeZone, events: [CalendarEvent], name: String? = nil, organizer: String? = nil,
        attendee: String? = nil
    ) {
        self.method = method
        self.timeZone = timeZone
        self.events = events
        self.name = name
        self.organizer = organizer
        self.attendee = attendee
    }

    /// `text/calendar` with its parameters, as HTTP and mail say it (RFC 5545, section 8.1; the method must be the same there).
    public var mediaType: String { "text/calendar; charset=utf-8; method=\(method.rawValue)" }

    /// The calendar's text: lines of at most 75 bytes, ended by CR LF.
    public func text() -> String {
        let calendar = CalendarComponent(.calendar)
        calendar.add("VERSION", "2.0")
        calendar.add("PRODID", text: "-//Social Day//Social Day//FR")
        calendar.add("CALSCALE", "GREGORIAN")
        calendar.add("METHOD", method.rawValue)
        if let name { calendar.add("X-WR-CALNAME", text: name) }
        if let span { calendar.add(ZoneTransitions(timeZone, over: span).component()) }
        for event in events { calendar.add(component(event)) }
        return calendar.text()
    }

    private var span: ClosedRange<Date>? {
        guard let first = events.map(\.startsAt).min(), let last = events.map(\.endsAt).max() else { return nil }
        return first...max(first, last)
    }

    private func component(_ event: CalendarEvent) -> CalendarComponent {
        let component = CalendarComponent(.event)
        let local = CalendarTime(timeZone)
        let zone = ["TZID": timeZone.identifier]
        component.add("UID", text: event.uid)
        component.add("DTSTAMP", CalendarTime(.gmt).text(event.stamp) + "Z")
        component.add("SEQUENCE", "\(event.sequence)")
        component.add("DTSTART", local.text(event.startsAt), zone)
        component.add("DTEND", local.text(event.endsAt), zone)
        component.add("SUMMARY", text: event.summary)
        component.add("LOCATION", text: event.location)
        if let latitude = event.latitude, let longitude = event.longitude {
            component.add(latitude: latitude, longitude: longitude)
        }
        if !event.description.isEmpty { component.add("DESCRIPTION", text: event.description) }
        if let url = event.url { component.add("URL", url) }
        component.add("STATUS", event.status == .confirmed ? "CONFIRMED" : "CANCELLED")
        if let organizer { component.add("ORGANIZER", "mailto:\(organizer)") }
        if let attendee {
            component.add(
                "ATTENDEE", "mailto:\(attendee)",
                ["CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"])
        }
        return component
    }
}
