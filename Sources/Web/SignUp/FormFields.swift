internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// The fields of a posted form (`application/x-www-form-urlencoded`, at most 64 KiB).
struct FormFields {
    private let values: [String: String]

    /// - Throws: `Refusal.badRequest` for another content type or bytes that are not UTF-8; the front's refusal where the body
    ///   is too long.
    init(body request: Request) async throws {
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Refusal.unsupportedMediaType
        }
        let body = try await request.body.collect(upTo: WebContext.bodyLimit)
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else { throw Refusal.badRequest }
        do { values = try URLEncodedFormDecoder().decode([String: String].self, from: text) } catch {
            throw Refusal.badRequest
        }
    }

    /// A field's text; empty where it is missing.
    subscript(name: String) -> String { values[name] ?? "" }
}
