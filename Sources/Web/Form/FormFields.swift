internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// The fields of a posted form (`application/x-www-form-urlencoded`, at most 64 KiB).
struct FormFields {
    private let values: [String: [String]]

    /// - Throws: `Refusal.badRequest` for another content type or bytes that are not UTF-8; the front's refusal where the body
    ///   is too long.
    init(body request: Request) async throws {
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Refusal.unsupportedMediaType
        }
        let body = try await request.body.collect(upTo: WebContext.bodyLimit)
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else { throw Refusal.badRequest }
        try self.init(encoded: text)
    }

    /// Reads what a browser sends (URL standard, section 5.1), boxes that share a name included.
    init(encoded text: String) throws(Refusal) {
        var values: [String: [String]] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "") else {
                throw .badRequest
            }
            values[name, default: []].append(value)
        }
        self.values = values
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }

    /// A field's text; empty where it is missing, the last where there are several.
    subscript(name: String) -> String { values[name]?.last ?? "" }

    /// The texts of all fields of one name, in their order.
    func all(_ name: String) -> [String] { values[name] ?? [] }
}
