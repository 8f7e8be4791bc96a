internal import Foundation
public import Registration

/// What stands beside an entry of the record, in words: `rôle : organisation, lieux : mairie-11e`.
public struct RecordDetails: Sendable {
    private let parts: [(name: String, values: [String])]

    /// - Parameter json: An object; anything else says nothing.
    public init(_ json: String) {
        let object = (try? JSONDecoder().decode([String: Value].self, from: Data(json.utf8))) ?? [:]
        parts = object.sorted { $0.key < $1.key }.map { name, value in
            // Keys of columns stand between commas.
            (name, name == "columns" ? value.texts.flatMap { $0.split(separator: ",").map(String.init) } : value.texts)
        }
    }

    public func text(_ language: Language) -> String {
        parts.compactMap { part -> String? in
            // What did not happen, and what only the database understands, needs no words.
            let isNothing = part.values.isEmpty || part.values == ["0"] || part.values == ["false"]
            if isNothing || Self.ofTheDatabase.contains(part.name) { return nil }
            let name = Self.names[part.name]?[language] ?? part.name
            if part.values == ["true"] { return name }
            let values = part.values.map { Self.words($0, of: part.name)?[language] ?? $0 }
            let list = values.joined(separator: part.name == "places" ? " → " : ", ")
            return Localized("\(name) : \(list)", "\(name): \(list)")[language]
        }.joined(separator: Localized(" ; ", "; ")[language])
    }

    /// Whether a name has its words.
    static func knows(_ name: String) -> Bool { names[name] != nil || ofTheDatabase.contains(name) }

    /// Numbers that mean something to the database only.
    private static let ofTheDatabase: Set<String> = ["run", "room", "sign_up", "version"]

    private static let names: [String: Localized] = [
        "capacity": Localized("capacité", "capacity"),
        "clashes": Localized("conflits d'horaire", "clashes"),
        "columns": Localized("colonnes", "columns"),
        "created": Localized("de plus", "new"),
        "day": Localized("jour", "day"),
        "email": Localized("adresse", "address"),
        "fields": Localized("changé", "changed"),
        "files": Localized("fichiers", "files"),
        "formats": Localized("format", "format"),
        "from": Localized("de la séance", "from the session"),
        "kind": Localized("fichier", "file"),
        "letters": Localized("courriels", "mails"),
        "moved": Localized("passées en attente", "moved to the waiting list"),
        "night": Localized("nuit du", "night of"),
        "outcome": Localized("résultat", "outcome"),
        "parts": Localized("éléments", "items"),
        "places": Localized("places", "places"),
        "promoted": Localized("places obtenues", "given places"),
        "reason": Localized("motif", "reason"),
        "recipients": Localized("destinataires", "recipients"),
        "role": Localized("rôle", "role"),
        "rows": Localized("lignes", "rows"),
        "session": Localized("séance", "session"),
        "sessions": Localized("séances", "sessions"),
        "shown": Localized("montrées", "shown"),
        "skipped": Localized("après les premières", "after the first"),
        "statuses": Localized("à celles qui sont", "to those that are"),
        "telephone": Localized("téléphone", "telephone"),
        "to": Localized("à la séance", "to the session"),
        "told": Localized("personnes prévenues", "people told"),
        "updated": Localized("mises à jour", "updated"),
        "venue": Localized("lieu", "venue"),
        "venues": Localized("lieux", "venues"),
        "waiting": Localized("liste d'attente", "waiting list"),
        "was": Localized("était", "was"),
    ]

    private static let words: [String: Localized] = [
        "all": Localized("toutes", "all"),
        "sessions": Localized("séances", "sessions"),
        "venues": Localized("lieux", "venues"),
        "password": Localized("mot de passe", "password"),
        "code": Localized("code", "code"),
        "first": Localized("en tête de la liste", "head of the list"),
        "proof": Localized("preuve redemandée", "proof asked for again"),
    ]

    private static func words(_ value: String, of name: String) -> Localized? {
        switch name {
        case "role": StaffRole(rawValue: value)?.name
        case "outcome", "was", "statuses": SignUp.Status(rawValue: value)?.listed ?? words[value]
        case "columns": ExportColumn(rawValue: value)?.heading
        case "fields": DeskFieldNames.name(of: value)
        default: MoveUpReason(rawValue: value)?.name ?? words[value]
        }
    }

    /// What JSON holds, as texts.
    private struct Value: Decodable {
        let texts: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                texts = [String(flag)]
            } else if let number = try? container.decode(Int.self) {
                texts = [String(number)]
            } else if let text = try? container.decode(String.self) {
                texts = text.isEmpty ? [] : [text]
            } else {
                texts = ((try? container.decode([Value].self)) ?? []).flatMap(\.texts)
            }
        }
    }
}
