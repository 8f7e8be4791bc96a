internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// JSON out, in the form that every call uses: snake case by hand, ISO 8601 with the edition's offset, no escaped slashes.
enum JSONAnswer {
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    static let headers: HTTPFields = [.contentType: "application/json", .cacheControl: "no-store"]

    static func answer(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = headers
    ) -> WholeAnswer {
        guard let bytes = try? bytes(value) else { return WholeAnswer(status: .internalServerError) }
        return WholeAnswer(status: status, headers: headers, body: ByteBuffer(bytes: bytes))
    }

    static func response(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = headers
    ) -> Response {
        answer(value, status: status, headers: headers).response
    }
}

/// Every list stands under `data`, so that members can be added beside it.
struct DataReply<Element: Encodable>: Encodable {
    let data: [Element]
}
