/// What `api.export_rows` tells of a sign-up, by the name of the column there.
public enum ExportField: String, CaseIterable, Sendable {
    case signUp = "sign_up_id"
    case name, email, places, status, position, language
    case signedUpAt = "signed_up_at"
    case queueNumber = "queue_number"
    case route, needs
    case needsNote = "needs_note"
    case telephone

    /// How `COPY` writes it in its binary format.
    public enum Form: Sendable {
        /// UTF-8.
        case text
        /// Four and eight bytes, big-endian.
        case integer, longInteger
        /// Microseconds since 2000, in eight bytes.
        case instant
    }

    public var form: Form {
        switch self {
        case .signUp: .longInteger
        case .places, .position, .queueNumber: .integer
        case .signedUpAt: .instant
        case .name, .email, .status, .language, .route, .needs, .needsNote, .telephone: .text
        }
    }
}
