/// A part of a mail's body (RFC 2045, 2046), or all of it.
indirect enum MIMEPart: Sendable {
    /// Text is quoted-printable, so that it can be read as it is.
    case text(type: String, String)
    case data(type: String, [UInt8], disposition: String, id: String?)
    case several(type: String, [MIMEPart])

    /// The id of a picture among a mail's parts (RFC 2392).
    static func contentID(_ name: String) -> String { "\(name)@ticket" }

    /// Its headers, an empty line and what they describe.
    ///
    /// - Parameters:
    ///   - name: tells the message's boundaries from those of others.
    ///   - path: tells them from each other, so that none begins with another. No line of a part begins with one, because
    ///     quoted-printable writes `=` otherwise and base 64 has none at the beginning.
    func rendered(name: String, path: String = "a") -> String {
        switch self {
        case .text(let type, let text):
            return header([("Content-Type", type), ("Content-Transfer-Encoding", "quoted-printable")])
                + EncodedText.quotedPrintable(text) + "\r\n"
        case .data(let type, let bytes, let disposition, let id):
            let fields =
                [("Content-Type", type), ("Content-Transfer-Encoding", "base64"), ("Content-Disposition", disposition)]
                + (id.map { [("Content-ID", "<\($0)>")] } ?? [])
            return header(fields) + EncodedText.base64(bytes) + "\r\n"
        case .several(let type, let parts):
            let boundary = "=_\(path)_\(name)"
            let inner = parts.enumerated().map { index, part in
                "--\(boundary)\r\n" + part.rendered(name: name, path: "\(path)\(index)")
            }
            return header([("Content-Type", "\(type); boundary=\"\(boundary)\"")]) + inner.joined()
                + "--\(boundary)--\r\n"
        }
    }

    private func header(_ fields: [(String, String)]) -> String {
        fields.map { "\($0.0): \($0.1)\r\n" }.joined() + "\r\n"
    }
}
