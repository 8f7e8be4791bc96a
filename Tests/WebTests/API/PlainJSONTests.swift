import Foundation
import NIOCore
import Testing

@testable import Web

struct PlainJSONTests {
    @Test("An object of plain strings and numbers is read")
    func plain() {
        let json = " {\"a\" : \"é 1\",\r\n\t\"b\":12, \"c\":\"\"} "
        #expect(PlainJSON(json.utf8)?.members == ["a": .string("é 1"), "b": .number(12), "c": .string("")])
    }

    @Test(
        "Whatever else there is in JSON is left to the decoder",
        arguments: [
            "", "{}", "{", "[]", "{\"a\":1", "{\"a\":1,}", "{\"a\":1}x", "{\"a\":\"\\n\"}", "{\"a\":\"\n\"}",
            "{\"a\":1,\"a\":2}", "{\"a\":-1}", "{\"a\":1.5}", "{\"a\":1e3}", "{\"a\":01}", "{\"a\":null}",
            "{\"a\":true}",
            "{\"a\":[]}", "{\"a\":{}}", "{\"a\":1234567890}", "{a:1}", "{\"a\" 1}", "\u{FEFF}{\"a\":1}",
            "{\"a\":\u{0B}1}",
        ])
    func others(json: String) {
        #expect(PlainJSON(json.utf8) == nil)
    }

    @Test("Bytes that are no UTF-8 are left to the decoder")
    func badEncoding() {
        #expect(PlainJSON(Array("{\"a\":\"".utf8) + [0xC3] + Array("\"}".utf8)) == nil)
    }

    @Test("Damaged bodies are read as the decoder reads them, or not at all", arguments: 0..<40)
    func agreement(seed: UInt64) throws {
        var numbers = Numbers(state: seed)
        let whole = #"{"session":"a","name":"Zoé","email":"z@example.org","places":2,"request_key":"12345678"}"#
        let alphabet = Array(#"{}[]":,\0159aé.-+ntu "#.utf8)
        for _ in 0..<200 {
            var body = Array(whole.utf8)
            for _ in 0..<Int.random(in: 0...2, using: &numbers) {
                let place = Int.random(in: 0..<body.count, using: &numbers)
                switch Int.random(in: 0..<3, using: &numbers) {
                case 0: body.remove(at: place)
                case 1: body.insert(alphabet.randomElement(using: &numbers) ?? 0, at: place)
                default: body[place] = alphabet.randomElement(using: &numbers) ?? 0
                }
            }
            guard let plain = PlainJSON(body) else { continue }
            let decoded = try JSONDecoder().decode([String: Member].self, from: Data(body))
            #expect(plain.members == decoded.mapValues(\.value))
        }
    }

    private struct Member: Decodable {
        let value: PlainJSON.Value

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                value = .number(number)
            } else {
                value = .string(try container.decode(String.self))
            }
        }
    }

    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }
}
