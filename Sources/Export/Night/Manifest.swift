public import Foundation
public import Registration
public import RegistrationStore

/// `manifest.json` of a night: what is in its folder, that it is all there was, and what changed since the night before.
/// Nothing in it is about a person.
public struct Manifest: Codable, Sendable {
    static let fileName = "manifest.json"

    /// A session's list against the database, counted in the same snapshot.
    public struct Session: Codable, Sendable {
        /// As in its page's address, and its files' names.
        public let slug: String
        /// Live sign-ups that the database counts, which is how many rows the session's list has.
        public let signUps: Int
        /// Places, not sign-ups.
        public let confirmedPlaces: Int
        /// Sign-ups on the waiting list.
        public let waiting: Int
        /// Whether the counters that every change keeps up say the same.
        public let agrees: Bool
        /// Since the night before; absent on the first.
        public let changes: ExportChanges?

        private enum CodingKeys: String, CodingKey {
            case slug, waiting, agrees, changes
            case signUps = "sign_ups"
            case confirmedPlaces = "confirmed_places"
        }
    }

    /// The folder's date.
    public let night: String
    /// When the snapshot was taken, by the database's clock (ISO 8601).
    public let snapshot: String
    /// The edition's, in which its instants are told, such as `Europe/Paris`.
    public let timeZone: String
    /// Its first day (ISO 8601).
    public let edition: String
    /// The lists' columns by key, from the left.
    public let columns: [String]
    /// The owners of the certificates that files are encrypted to; empty where they are plain.
    public let encryptedFor: [String]
    /// Sign-ups in all.
    public let rows: Int
    /// Whether every session agrees.
    public let agrees: Bool
    /// The night that changes are counted from; absent on the first.
    public let since: String?
    /// Of all sessions together.
    public let changes: ExportChanges?
    /// What the record of what staff did gained since then.
    public let record: RecordDigest
    /// By name.
    public let files: [StoredFile]
    /// In the order of the lists.
    public let sessions: [Session]

    private enum CodingKeys: String, CodingKey {
        case night, snapshot, edition, columns, rows, agrees, since, changes, record, files, sessions
        case timeZone = "time_zone"
        case encryptedFor = "encrypted_for"
    }

    /// - Throws: where there is none that can be read.
    public static func read(in folder: URL) throws -> Manifest {
        try JSONDecoder().decode(Self.self, from: Data(contentsOf: folder.appending(component: fileName)))
    }

    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}
