import Foundation
import HTTPTypes
import NIOCore
import Registration
import Testing

@testable import Web

struct SignUpReplyTests {
    @Test(
        "Whoever asks again is told what they hold: places, or a position; and of somebody else's sign-up nothing",
        arguments: [
            (.alreadySignedUp(held, position: nil), ["outcome", "reference", "places"], nil),
            (.alreadySignedUp(held, position: 3), ["outcome", "reference", "places", "position"], 3),
            (.alreadySignedUp(nil, position: nil), ["outcome"], nil),
        ] as [(SignUp.Outcome, Set<String>, Int?)])
    func alreadySignedUp(outcome: SignUp.Outcome, members: Set<String>, position: Int?) throws {
        let answer = try outcome.apiAnswer()
        let json = try JSONSerialization.jsonObject(with: Data(answer.body.readableBytesView))
        let reply = try #require(json as? [String: Any])
        #expect(answer.status == .ok)
        #expect(Set(reply.keys) == members)
        #expect(reply["outcome"] as? String == "already_signed_up")
        #expect(reply["position"] as? Int == position)
    }

    private static let held = SignUp.Held(reference: Reference(signUp: 7), places: 2)
}
