import Foundation
import NIOCore
import Registration
import Testing

@testable import Web

struct SignUpCallTests {
    private func errors(_ json: String) throws -> [String: String] {
        let call = try SignUpCall(json: ByteBuffer(string: json).readableBytesView)
        do {
            _ = try call.request(session: 1, caller: .token(UUID()))
            return [:]
        } catch {
            return Dictionary(uniqueKeysWithValues: (error.errors ?? []).map { ($0.field, $0.code) })
        }
    }

    @Test("A complete body is a request; places default to one")
    func complete() throws {
        let json = #"{"session":"a","name":"Zoé","email":"z@example.org","request_key":"12345678"}"#
        let call = try SignUpCall(json: ByteBuffer(string: json).readableBytesView)
        let request = try #require(try call.request(session: 1, caller: .token(UUID())))
        #expect(request.places == 1 && request.language == .french)
        #expect(try call.request(session: nil, caller: .token(UUID())) == nil, "the session is unknown")
    }

    @Test("An empty object is told everything that is missing")
    func empty() throws {
        #expect(
            try errors("{}") == ["session": "missing", "name": "missing", "email": "missing", "request_key": "missing"])
    }

    @Test("Members of the wrong type are told as such, once each, beside the other errors")
    func wrongTypes() throws {
        let json = #"{"session":1,"name":["x"],"email":"nobody","places":"two","language":"de","request_key":null}"#
        #expect(
            try errors(json) == [
                "session": "wrong_type", "name": "wrong_type", "email": "not_an_address", "places": "wrong_type",
                "language": "not_a_language", "request_key": "missing",
            ])
    }

    @Test("What is no object can't be read", arguments: ["", "[]", "1", "{", "\u{0}"])
    func notAnObject(json: String) {
        #expect(throws: (any Error).self) { try SignUpCall(json: ByteBuffer(string: json).readableBytesView) }
    }
}
