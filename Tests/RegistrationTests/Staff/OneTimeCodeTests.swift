import Foundation
import Testing

@testable import Registration

@Suite("One-time codes")
struct OneTimeCodeTests {
    @Test(
        "They are those of RFC 6238, appendix B, in six digits",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ])
    func vectors(seconds: Int, expected: String) {
        let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
        let now = Date(timeIntervalSince1970: TimeInterval(seconds))
        #expect(code.code(step: OneTimeCode.step(at: now)) == expected)
        #expect(code.step(of: expected, now: now) == OneTimeCode.step(at: now))
    }

    @Test("A clock may be off by one step and not by two; other lengths and letters are no code")
    func drift() {
        let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
        let now = Date(timeIntervalSince1970: 1_798_272_000)
        let step = OneTimeCode.step(at: now)
        for (offset, isGood) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            #expect((code.step(of: code.code(step: step + Int64(offset)), now: now) != nil) == isGood, "\(offset)")
        }
        for wrong in ["", "12345", "1234567", "abcdef", code.code(step: step) + "0"] {
            #expect(code.step(of: wrong, now: now) == nil)
        }
    }

    @Test("Each account, version and secret file has a secret of its own, which telephones read from an address")
    func derivation() throws {
        let (key, other) = (
            try TicketKey(bytes: [UInt8](repeating: 1, count: 32)),
            try TicketKey(bytes: [UInt8](repeating: 2, count: 32))
        )
        let account = UUID()
        let secrets = [
            OneTimeCode(account: account, version: 1, key: key), OneTimeCode(account: account, version: 2, key: key),
            OneTimeCode(account: UUID(), version: 1, key: key), OneTimeCode(account: account, version: 1, key: other),
        ].map(\.secret)
        #expect(Set(secrets).count == 4 && secrets.allSatisfy { $0.count == 20 })
        let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
        #expect(code.secretText == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(
            code.address(account: "léa@example.org", issuer: "Social Day")
                == "otpauth://totp/Social%20Day:l%C3%A9a%40example%2Eorg?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Social%20Day"
        )
    }

    @Test("Recovery codes are ten, of eighty bits, and are read however they are typed")
    func recovery() throws {
        let codes = RecoveryCode.ten()
        #expect(Set(codes).count == 10)
        let code = codes[0]
        #expect(code.text.count == 19 && code.text.filter { $0 == "-" }.count == 3)
        let spaced = code.text.uppercased().replacing("-", with: " ")
        #expect(RecoveryCode(spaced)?.hash == code.hash && RecoveryCode(code.text)?.hash == code.hash)
        for wrong in ["", "123456", code.text + "0", String(code.text.dropLast()) + "u"] {
            #expect(RecoveryCode(wrong) == nil, "\(wrong)")
        }
        #expect(RecoveryCode("oil0-oil1-oil0-oil1")?.hash == RecoveryCode("0110-0111-0110-0111")?.hash)
    }
}
