import NIOHTTP1
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The fields that every response carries, whoever wrote it: routes, refusals and redirects alike.
///
/// They are added where responses leave the connection, so that nothing can forget them. A route may say its own
/// `Cache-Control` and `Permissions-Policy`; the others are not for routes to weaken, but for the one page that is made to
/// stand on other sites (`embeddable`).
final class ResponseHeaders: Sendable {
    typealias List = [(String, String)]

    private let fixed: List
    /// Without the fields that `embeddable`'s page says itself.
    private let embedded: List
    private let date = Mutex<(second: Int, text: String)>((.min, ""))

    /// - Parameter secure: Over plain HTTP `Strict-Transport-Security` must not be sent (RFC 6797 §7.2).
    init(secure: Bool) {
        fixed = (secure ? Self.secured : [("Content-Security-Policy", Self.policy)]) + Self.always
        embedded = fixed.filter { !["Content-Security-Policy", "Cross-Origin-Resource-Policy"].contains($0.0) }
    }

    private static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'
        """

    /// Browsers report over HTTPS only (`PolicyReportRoutes`).
    private static let secured = [
        ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
        ("Content-Security-Policy", policy + "; report-to csp"),
        ("Reporting-Endpoints", "csp=\"/csp-reports\""),
    ]

    /// `same-origin` and not `no-referrer`, which would make forms post with `Origin: null`.
    private static let always = [
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "same-origin"),
    ]

    /// The policy of the programme that other sites may frame. It has neither script nor form.
    static let embeddable = """
        default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors *
        """

    private static let permissions = """
        browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()
        """

    /// An answer's own fields and those that every one has.
    ///
    /// From a list, since `HTTPHeaders` looks at each letter of a name that is added to it.
    func complete(_ own: List, connection: String?) -> HTTPHeaders {
        var list: List = []
        list.reserveCapacity(own.count + fixed.count + 4)
        list += own
        list += own.contains("content-security-policy") ? embedded : fixed
        if !own.contains("cache-control") { list.append(("Cache-Control", "no-store")) }
        if !own.contains("permissions-policy") { list.append(("Permissions-Policy", Self.permissions)) }
        list.append(("Date", now()))
        var headers = HTTPHeaders(list)
        if let connection { headers.replaceOrAdd(name: "Connection", value: connection) }
        return headers
    }

    /// The time as HTTP writes it, made once a second.
    private func now() -> String {
        let second = Int(Date().timeIntervalSince1970)
        return date.withLock { date in
            if date.second != second { date = (second, Self.httpDate(second)) }
            return date.text
        }
    }

    /// An instant in the form of RFC 9110 §5.6.7.
    static func httpDate(_ seconds: Int) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second, .weekday],
            from: Date(timeIntervalSince1970: Double(seconds)))
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int?) -> String {
            let text = String(number ?? 0)
            return text.count < 2 ? "0" + text : text
        }
        return """
            \(days[(parts.weekday ?? 1) - 1]), \(two(parts.day)) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 0) \
            \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) GMT
            """
    }
}

extension ResponseHeaders.List {
    /// Whether a field is among them, by its name in lower case.
    func contains(_ name: String) -> Bool {
        contains { $0.0.utf8.count == name.utf8.count && $0.0.lowercased() == name }
    }

    /// Whether the connection is to close after the answer (RFC 9112, section 9.6).
    var askToClose: Bool {
        contains { $0.0.utf8.count == 10 && $0.0.lowercased() == "connection" && $0.1.lowercased() == "close" }
    }
}
