import Foundation
import HTTPTypes
import Hummingbird
import Registration
import RegistrationStore
import Testing

@testable import Web

/// Walks every route that the router has with every role, at their own venue and at another.
@Suite("Who comes in where")
struct RouteWalkTests {
    @Test("Every route is in the list of those known, and none is listed that is not there")
    func complete() async throws {
        try await StaffHouse.with { house in
            let routes = Set(house.web.routes)
            #expect(routes.count > 60)
            #expect(routes.subtracting(KnownRoutes.all.keys).sorted() == [])
            #expect(Set(KnownRoutes.all.keys).subtracting(routes).sorted() == [])
        }
    }

    @Test("Below /staff, each role is let in where it may and refused everywhere else, at foreign venues too")
    func staff() async throws {
        try await StaffHouse.with { house in
            var asked = 0
            for route in house.web.routes.sorted() where route.contains(" /staff") {
                guard let access = KnownRoutes.all[route] else { continue }
                for venue in route.contains("/{venue}") ? [StaffHouse.own, StaffHouse.foreign] : [StaffHouse.own] {
                    for visitor in StaffHouse.Visitor.allCases {
                        // One of the routes takes it away.
                        try await house.run("update app.account set factor_set_at = now()")
                        let outcome = try await Self.outcome(of: route, at: venue, visitor, house)
                        let expected = Self.expected(access, of: route, at: venue, visitor)
                        #expect(outcome == expected, "\(route) at \(venue) for \(visitor)")
                        asked += 1
                    }
                }
            }
            #expect(asked > 120)
        }
    }

    @Test("What concerns personal data or rights asks for the password again once ten minutes have passed")
    func proof() async throws {
        try await StaffHouse.with { house in
            var asked = 0
            for (route, access) in KnownRoutes.staff.sorted(by: { $0.key < $1.key }) {
                guard case .permission(let permission, let isFresh) = access else { continue }
                let visitor = StaffHouse.Visitor.allCases.first { $0.role?.permissions.contains(permission) == true }
                guard let visitor = visitor == .steward ? .administrator : visitor,
                    let cookie = try await house.cookie(of: visitor)
                else { continue }
                try await house.run("update app.login set proved_at = now() - interval '11 minutes'")
                let answer = try await Self.ask(route, at: StaffHouse.own, cookie, house)
                // What was posted is held by the page that asks.
                let isAsked =
                    answer.headers[.location]?.hasPrefix("/staff/confirm") == true || answer.status == .forbidden
                #expect(isAsked == isFresh, "\(route)")
                asked += 1
            }
            #expect(asked > 5)
        }
    }

    @Test("A form without its login's token, from another site or with another login's token is not taken")
    func forgery() async throws {
        try await StaffHouse.with { house in
            let other = try await house.cookie(of: .administrator) ?? ""
            var asked = 0
            for (route, access) in KnownRoutes.staff.sorted(by: { $0.key < $1.key })
            where route.hasPrefix("POST") && access != .entrance {
                let cookie = try await house.cookie(of: .administrator) ?? ""
                let own = house.formToken(cookie: cookie)
                let attempts: [(String?, String)] = [
                    (nil, StaffHouse.publicURL), (house.formToken(cookie: other), StaffHouse.publicURL),
                    (own, "null"), (own, "https://evil.example"), (own + "A", StaffHouse.publicURL),
                ]
                for (token, origin) in attempts {
                    let answer = try await house.ask(
                        Self.filled(route, venue: StaffHouse.own), cookie: cookie, formToken: token,
                        fields: [.origin: origin])
                    #expect(answer.status == .forbidden, "\(route) with \(token ?? "no token") from \(origin)")
                    asked += 1
                }
            }
            #expect(asked > 50)
        }
    }

    @Test("Without its second factor, an account opens nothing but the page that sets it up, and a manager's boards")
    func factorFirst() async throws {
        try await StaffHouse.with { house in
            try await house.run("update app.account set factor_set_at = null")
            for (route, access) in KnownRoutes.staff.sorted(by: { $0.key < $1.key }) {
                guard case .permission(let permission, _) = access else { continue }
                for visitor in [StaffHouse.Visitor.administrator, .venueManager] {
                    guard visitor.role?.permissions.contains(permission) == true,
                        let cookie = try await house.cookie(of: visitor)
                    else { continue }
                    let answer = try await Self.ask(route, at: StaffHouse.own, cookie, house)
                    let isLed = answer.headers[.location] == "/staff/account/second-factor"
                    let isOpen = visitor == .venueManager && [.countsRead, .capacityChange].contains(permission)
                    // A script's call is answered by a status.
                    #expect((isLed || answer.status == .forbidden) != isOpen, "\(route) for \(visitor)")
                }
            }
        }
    }

    @Test("Being logged in changes nothing on pages for visitors, and no page of theirs can be got by it")
    func visitors() async throws {
        try await StaffHouse.with { house in
            let cookie = try await house.cookie(of: .administrator)
            for (route, access) in KnownRoutes.all.sorted(by: { $0.key < $1.key }) where access == .open {
                let path = Self.filled(route, venue: StaffHouse.own)
                let (without, with) = (try await house.ask(path), try await house.ask(path, cookie: cookie))
                #expect(without.status == with.status, "\(route)")
                #expect(without.status != .internalServerError, "\(route)")
            }
        }
    }

    @Test("A call that wants a scope is refused without a token, and with one of any other scope")
    func scopes() async throws {
        try await StaffHouse.with { house in
            for (route, access) in KnownRoutes.programs.sorted(by: { $0.key < $1.key }) {
                guard case .scope(let wanted) = access else { continue }
                let path = Self.filled(route, venue: StaffHouse.own)
                #expect(try await house.ask(path).status == .unauthorized, "\(route)")
                for scope in Scope.allCases {
                    let token = try await house.token(scope)
                    let answer = try await house.ask(path, fields: [.authorization: "Bearer \(token.text)"])
                    let isRefused = [.unauthorized, .forbidden].contains(answer.status)
                    #expect(isRefused == (scope != wanted), "\(route) with \(scope)")
                }
            }
        }
    }

    // MARK: -

    private enum Outcome: Hashable {
        case letIn, refused, ledToLogin
    }

    private static func outcome(
        of route: String, at venue: String, _ visitor: StaffHouse.Visitor, _ house: StaffHouse
    ) async throws -> Outcome {
        let answer: Response
        if visitor == .token {
            let token = try await house.token(.attendeesRead)
            answer = try await house.ask(
                filled(route, venue: venue), fields: [.authorization: "Bearer \(token.text)"])
        } else {
            answer = try await ask(route, at: venue, try await house.cookie(of: visitor), house)
        }
        let isLedToFactor = answer.headers[.location] == StaffAddress.factor.path && !route.contains("/second-factor")
        if answer.status == .forbidden || isLedToFactor { return .refused }
        // That is where logging out leads, too.
        let isLoggedOut = route == "POST /staff/logout" && visitor.role != nil
        let isLedToLogin = answer.headers[.location]?.hasPrefix("/staff/login") == true && !isLoggedOut
        return answer.status == .unauthorized || isLedToLogin ? .ledToLogin : .letIn
    }

    private static func ask(
        _ route: String, at venue: String, _ cookie: String?, _ house: StaffHouse
    ) async throws -> Response {
        try await house.ask(
            filled(route, venue: venue), cookie: cookie, formToken: cookie.map(house.formToken(cookie:)))
    }

    private static func expected(
        _ access: KnownRoutes.Access, of route: String, at venue: String, _ visitor: StaffHouse.Visitor
    ) -> Outcome {
        // What is posted there holds a token of the visitors' forms, which none of these has.
        if access == .entrance { return route.hasPrefix("POST") && !route.contains("/links/") ? .refused : .letIn }
        guard let role = visitor.role else { return .ledToLogin }
        switch access {
        case .open, .entrance, .staff: return .letIn
        case .account: return role == .steward ? .refused : .letIn
        case .scope: return .ledToLogin
        case .permission(let permission, let isFresh):
            if role.isOfVenues, venue == StaffHouse.foreign { return .refused }
            if isFresh, role == .steward { return .refused }
            return role.permissions.contains(permission) ? .letIn : .refused
        }
    }

    /// A path that the route takes: what it names is not there, but for the venue.
    private static func filled(_ route: String, venue: String) -> String {
        route.split(separator: "/", omittingEmptySubsequences: false).map { part in
            switch part {
            case "{venue}": venue
            case "{language}": "en"
            case _ where part.hasPrefix("{"): "00000000-0000-4000-8000-000000000000"
            case let part: String(part)
            }
        }.joined(separator: "/")
    }
}

extension StaffHouse {
    fileprivate func token(_ scope: Scope) async throws -> APIToken {
        let token = APIToken.random()
        let hash = token.hash.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        try await run(
            "select api.create_token('\(token.text.suffix(20))', array['\(scope.rawValue)'], '\\x\(hash)'::bytea)")
        return token
    }
}
