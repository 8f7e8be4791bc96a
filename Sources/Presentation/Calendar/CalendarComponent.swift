internal import CLibIcal

/// A component of a calendar in libical's hands, which escapes what is added and knows each property's kind.
final class CalendarComponent {
    enum Kind {
        case calendar, event, timeZone, standard, daylight
    }

    private let component: OpaquePointer
    private var isOwned = true

    init(_ kind: Kind) {
        let wanted =
            switch kind {
            case .calendar: ICAL_VCALENDAR_COMPONENT
            case .event: ICAL_VEVENT_COMPONENT
            case .timeZone: ICAL_VTIMEZONE_COMPONENT
            case .standard: ICAL_XSTANDARD_COMPONENT
            case .daylight: ICAL_XDAYLIGHT_COMPONENT
            }
        guard let made = icalcomponent_new(wanted) else { fatalError("no memory for a calendar") }
        component = made
    }

    deinit { if isOwned { icalcomponent_free(component) } }

    /// Adds a property whose value is in the form that RFC 5545 gives it.
    func add(_ name: String, _ value: String, _ parameters: [String: String] = [:]) {
        let property = Self.property(name)
        // "NO": the property's own kind of value.
        icalproperty_set_value_from_string(property, Self.line(value), "NO")
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
            icalproperty_set_parameter_from_string(property, name, value)
        }
        icalcomponent_add_property(component, property)
    }

    /// Adds a property of plain text, which is escaped.
    func add(_ name: String, text: String) {
        let property = Self.property(name)
        guard let value = icalvalue_new_text(Self.plain(text)) else { fatalError("no memory for a calendar") }
        icalproperty_set_value(property, value)
        icalcomponent_add_property(component, property)
    }

    /// Adds degrees of latitude and longitude (RFC 5545, section 3.8.1.6); libical reads them from a text as one number.
    func add(latitude: Double, longitude: Double) {
        guard let property = icalproperty_new_geo(icalgeotype(lat: latitude, lon: longitude)) else {
            fatalError("no memory for a calendar")
        }
        icalcomponent_add_property(component, property)
    }

    func add(_ part: CalendarComponent) {
        icalcomponent_add_component(component, part.component)
        part.isOwned = false
    }

    func text() -> String {
        guard let text = icalcomponent_as_ical_string_r(component) else { return "" }
        defer { icalmemory_free_buffer(text) }
        return Self.folded(String(cString: text))
    }

    /// Lines of at most 75 bytes, cut between characters. libical cuts between words, and so leaves spaces at the ends of
    /// lines and lines of nothing but a space, which do not survive everywhere.
    private static func folded(_ text: String) -> String {
        var result: [UInt8] = []
        for line in text.replacing("\r\n ", with: "").split(separator: "\r\n") {
            var length = 0
            for character in line.unicodeScalars {
                let bytes = Array(String(character).utf8)
                if length + bytes.count > 75 {
                    result += [13, 10, 32]
                    length = 1
                }
                result += bytes
                length += bytes.count
            }
            result += [13, 10]
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func property(_ name: String) -> OpaquePointer {
        if name.hasPrefix("X-") {
            guard let property = icalproperty_new(ICAL_X_PROPERTY) else { fatalError("no memory for a calendar") }
            icalproperty_set_x_name(property, name)
            return property
        }
        guard let property = icalproperty_new(icalproperty_string_to_kind(name)) else {
            fatalError("no memory for a calendar")
        }
        return property
    }

    /// Values of a form of their own hold no line ends: nothing may begin a property of its own.
    private static func line(_ value: String) -> String { String(plain(value).filter { !$0.isNewline }) }

    /// Text may hold line ends and nothing else below a space (RFC 5545, section 3.1).
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0 == "\n" || $0.properties.generalCategory != .control }))
    }
}
