import Registration
import Testing

struct ReferenceTests {
    @Test(
        "A reference leads back to its sign-up, however it is written",
        arguments: [1, 2, 31, 32, 1000, 987_654_321, (1 << 40) - 1] as [Int64])
    func roundTrip(signUp: Int64) {
        let text = Reference(signUp: signUp).description
        #expect(Reference(text)?.signUp == signUp)
        #expect(Reference(text.lowercased())?.signUp == signUp)
        #expect(Reference(text.replacing("-", with: " "))?.signUp == signUp)
        #expect(Reference(text.replacing("0", with: "o").replacing("1", with: "l"))?.signUp == signUp)
    }

    @Test("A hundred thousand references in a row are all different, and neighbours don't look alike")
    func distinct() {
        let texts = (1...100_000).map { Reference(signUp: $0).description }
        #expect(Set(texts).count == texts.count)
        let sharedStarts = zip(texts, texts.dropFirst()).count { $0.prefix(4) == $1.prefix(4) }
        #expect(sharedStarts < 10)
    }

    @Test(
        "What is no reference is refused",
        arguments: ["", "ABC", "7K3M-Q9T", "7K3M-Q9TXX", "7K3M_Q9TX", "UUUU-UUUU", "ÀÀÀÀ-ÀÀÀÀ"])
    func refused(text: String) {
        #expect(Reference(text) == nil)
    }
}
