public import Registration

/// The columns of attendee lists. Programs read their keys; people read their headings.
public enum ExportColumn: String, CaseIterable, Codable, Hashable, Sendable {
    case session, title
    case startsAt = "starts_at"
    case endsAt = "ends_at"
    case venue, room, host, reference, name, email, telephone, places, status, position
    case queueNumber = "queue_number"
    case language
    case madeBy = "made_by"
    case signedUpAt = "signed_up_at"
    case needs
    case needsNote = "needs_note"

    /// What a host needs at the door, and no more: who comes, with how many, where they stand. No way to reach anybody, since
    /// hosts write through the service; and nothing of what people need, which can tell of their health.
    public static let atTheDoor: [ExportColumn] = [
        .session, .title, .startsAt, .venue, .room, .reference, .name, .places, .status, .position,
    ]

    /// What a program gets that names no columns: as the API has them in JSON.
    public static let forPrograms: [ExportColumn] = [
        .session, .title, .startsAt, .venue, .room, .reference, .name, .email, .places, .status, .position, .language,
        .signedUpAt,
    ]

    /// Everything but what can tell of somebody's health: what organisers need of a night when there is nothing else, to reach
    /// people and to go on.
    public static let everyday = allCases.filter { !$0.isSensitive }

    /// Whether it can tell of somebody's health: left out unless it is asked for.
    public var isSensitive: Bool { self == .needs || self == .needsNote }

    /// What a person reads above it.
    public var heading: Localized {
        switch self {
        case .session: Localized("Code de la séance", "Session code")
        case .title: Localized("Séance", "Session")
        case .startsAt: Localized("Début", "Start")
        case .endsAt: Localized("Fin", "End")
        case .venue: Localized("Lieu", "Venue")
        case .room: Localized("Salle", "Room")
        case .host: Localized("Structure", "Host")
        case .reference: Localized("Référence", "Reference")
        case .name: Localized("Nom", "Name")
        case .email: Localized("Adresse électronique", "Email")
        case .telephone: Localized("Téléphone", "Telephone")
        case .places: Localized("Places", "Places")
        case .status: Localized("État", "Status")
        case .position: Localized("Rang d'attente", "Waiting position")
        case .queueNumber: Localized("Numéro d'ordre", "Queue number")
        case .language: Localized("Langue", "Language")
        case .madeBy: Localized("Origine", "Made by")
        case .signedUpAt: Localized("Inscription le", "Signed up at")
        case .needs: Localized("Besoins", "Needs")
        case .needsNote: Localized("Précisions", "Notes on needs")
        }
    }

    /// In characters of a spreadsheet's plain font.
    public var width: Double {
        switch self {
        case .title, .email, .needsNote: 36
        case .name, .venue, .host: 28
        case .session, .room, .needs: 22
        case .startsAt, .endsAt, .signedUpAt, .telephone: 17
        case .reference, .status, .position, .queueNumber, .madeBy: 13
        case .places, .language: 9
        }
    }
}
