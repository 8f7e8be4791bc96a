import Registration

/// Where a page is, in either language: what links, forms and the language switch are made of.
enum PageAddress: Hashable, Sendable {
    case home
    case programme
    /// Part of the programme, or the programme seen otherwise.
    case found(ProgrammeQuery)
    /// The places left, of what was found by these criteria, for pages that are open.
    case places(ProgrammeFilter)
    case venue(slug: String)
    case session(slug: String)
    /// A session for one's calendar.
    case calendar(slug: String)
    /// Where a session's form is posted.
    case signUps(slug: String)
    /// Where the address of a sign-up is corrected, by POST.
    case correction(slug: String, reference: Reference)
    /// The sessions put aside for a day.
    case day
    /// Where a session is put aside, or back, by POST.
    case dayChoices
    /// Where the address of a day's sign-ups is corrected, by POST.
    case dayCorrection
    /// A ticket, to its owner or, by the token of its code, at the door.
    case ticket(token: String)
    case ticketCalendar(token: String)
    /// What a ticket changes, each asked on a page of its own.
    case ticketStep(token: String, TicketStep)
    /// Exchanging a ticket's places for some in another session.
    case ticketSwitch(token: String, slug: String)
    case lostTicket
    case mySignUps
    /// Everything under an address, by a mailed link.
    case address(token: String)
    case addressData(token: String)
    case erase(token: String)
    case farewell
    case privacy
    case accessibility
    case openData
    /// For frames on other sites.
    case embed

    func path(_ language: Language) -> String {
        let root = "/\(language.rawValue)"
        return switch self {
        case .home: root
        case .programme: root + "/programme"
        case .found(let query): root + "/programme" + (query.isPlain ? "" : "?" + query.text)
        case .places(let filter):
            root + "/places.json" + (filter.isEmpty ? "" : "?" + ProgrammeQuery(filter).text)
        case .venue(let slug): root + "/venues/" + Self.segment(slug)
        case .session(let slug): root + "/sessions/" + Self.segment(slug)
        case .calendar(let slug): root + "/sessions/" + Self.segment(slug) + "/session.ics"
        case .signUps(let slug): root + "/sessions/" + Self.segment(slug) + "/sign-ups"
        case .correction(let slug, let reference):
            root + "/sessions/" + Self.segment(slug) + "/sign-ups/\(reference)/email"
        case .day: root + "/my-day"
        case .dayCorrection: root + "/my-day/email"
        case .dayChoices: root + "/my-day/choices"
        case .ticket(let token): root + "/tickets/" + Self.segment(token)
        case .ticketCalendar(let token): root + "/tickets/" + Self.segment(token) + "/calendar.ics"
        case .ticketStep(let token, let step): root + "/tickets/" + Self.segment(token) + "/\(step.rawValue)"
        case .ticketSwitch(let token, let slug):
            root + "/tickets/" + Self.segment(token) + "/switch/" + Self.segment(slug)
        case .lostTicket: root + "/lost-ticket"
        case .mySignUps: root + "/my-sign-ups"
        case .address(let token): root + "/my-sign-ups/" + Self.segment(token)
        case .addressData(let token): root + "/my-sign-ups/" + Self.segment(token) + "/data.json"
        case .erase(let token): root + "/my-sign-ups/" + Self.segment(token) + "/erase"
        case .farewell: root + "/farewell"
        case .privacy: root + "/privacy"
        case .accessibility: root + "/accessibility"
        case .openData: root + "/open-data"
        case .embed: root + "/embed"
        }
    }

    /// Slugs are letters, digits and hyphens; whatever else comes is percent-encoded (RFC 3986, section 2.1).
    static func segment(_ text: String) -> String {
        let isPlain = { (byte: UInt8) in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                true
            default: false
            }
        }
        if text.utf8.allSatisfy(isPlain) { return text }
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { result, byte in
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}

/// What a ticket's owner can do with it, by the last part of the page's address.
enum TicketStep: String, Hashable, Sendable {
    case cancel, places, name
}
