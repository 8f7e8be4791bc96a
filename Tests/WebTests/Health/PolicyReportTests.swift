import Foundation
import Testing

@testable import Web

@Suite("Reports of broken policies")
struct PolicyReportTests {
    @Test(
        "Of a report remain the rule and what broke it, in words of ours",
        arguments: [
            (#"{"effectiveDirective":"script-src-elem","blockedURL":"inline"}"#, "script-src-elem inline"),
            (#"{"effectiveDirective":"img-src","blockedURL":"https://evil.example/x.png"}"#, "img-src elsewhere"),
            (#"{"effectiveDirective":"\nforged line","blockedURL":"eval"}"#, "another directive eval"),
            (#"{"effectiveDirective":"style-src"}"#, "style-src elsewhere"),
        ])
    func breach(body: String, said: String) throws {
        let text = #"[{"type":"csp-violation","url":"https://day.example/fr/tickets/AQsecret","body":\#(body)}]"#
        let reports = try JSONDecoder().decode([PolicyReport].self, from: Data(text.utf8))
        #expect(reports.map { $0.breach?.description } == [said])
    }

    @Test("Reports of other kinds are none of ours")
    func others() throws {
        let text = #"[{"type":"deprecation","body":{"id":"x"}},{"type":"crash"}]"#
        let reports = try JSONDecoder().decode([PolicyReport].self, from: Data(text.utf8))
        #expect(reports.map(\.breach) == [nil, nil])
    }

    @Test("The log is told at once, and then once a minute of all that came meanwhile")
    func pace() {
        let breaches = PolicyBreaches()
        let script = PolicyBreach(directive: "script-src", source: .inline)
        let image = PolicyBreach(directive: "img-src", source: .elsewhere)
        let start = ContinuousClock.now
        #expect(breaches.told(after: [], at: start) == nil)
        #expect(breaches.told(after: [script], at: start) == [script: 1])
        #expect(breaches.told(after: [script, image], at: start + .seconds(1)) == nil)
        #expect(breaches.told(after: [image], at: start + .seconds(59)) == nil)
        #expect(breaches.told(after: [image], at: start + .seconds(60)) == [script: 1, image: 3])
        #expect(breaches.told(after: [], at: start + .seconds(200)) == nil)
    }
}
