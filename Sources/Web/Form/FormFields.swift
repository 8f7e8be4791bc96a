internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// The fields of a posted form (`application/x-www-form-urlencoded` or `multipart/form-data`, at most 64 KiB but where files
/// are taken).
struct FormFields {
    private let values: [String: [String]]
    /// Of a form that carries files, what came as bytes.
    private let parts: [String: [UInt8]]

    /// - Throws: `Refusal.badRequest` for another content type or bytes that are not UTF-8; the front's refusal where the body
    ///   is too long.
    init(body request: Request) async throws {
        let type = request.headers[.contentType] ?? ""
        let isMultipart = type.lowercased().hasPrefix("multipart/form-data")
        guard isMultipart || type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw Refusal.unsupportedMediaType
        }
        let limit = FrontLimits.largeBodies[request.uri.path] ?? WebContext.bodyLimit
        let body = try await request.body.collect(upTo: limit)
        if isMultipart {
            try self.init(MultipartForm(Array(body.readableBytesView), contentType: type))
        } else {
            guard let text = String(validating: body.readableBytesView, as: UTF8.self) else { throw Refusal.badRequest }
            try self.init(encoded: text)
        }
    }

    init(_ form: MultipartForm) {
        values = Dictionary(
            form.parts.map { ($0.name, [String(decoding: $0.value, as: UTF8.self)]) }, uniquingKeysWith: +)
        parts = Dictionary(form.parts.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
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
        parts = [:]
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }

    /// A field's text; empty where it is missing, the last where there are several.
    subscript(name: String) -> String { values[name]?.last ?? "" }

    /// A field as it came, which may be a file in whatever encoding.
    func bytes(_ name: String) -> [UInt8] { parts[name] ?? Array(self[name].utf8) }

    /// Every field with its text, by name; without those that hold what is no text.
    var texts: [(name: String, value: String)] {
        values.filter { isText($0.key) }.sorted { $0.key < $1.key }.flatMap { name, texts in texts.map { (name, $0) } }
    }

    /// Whether `texts` are all that came.
    var areAllTexts: Bool { parts.keys.allSatisfy(isText) }

    private func isText(_ name: String) -> Bool {
        parts[name].map { String(validating: $0, as: UTF8.self) != nil } ?? true
    }

    /// The texts of all fields of one name, in their order.
    func all(_ name: String) -> [String] { values[name] ?? [] }
}
