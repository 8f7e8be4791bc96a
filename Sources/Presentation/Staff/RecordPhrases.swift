internal import Foundation
public import Registration

/// The record in words. Each part of the service adds its actions to the list; what is not there is shown as it stands.
public enum RecordPhrases {
    private static let actions: [String: Localized] = [
        "account.added": Localized("a créé un compte", "made an account"),
        "account.changed": Localized("a changé le rôle d'un compte", "changed an account's role"),
        "account.disabled": Localized("a fermé un compte", "closed an account"),
        "account.enabled": Localized("a rouvert un compte", "opened an account again"),
        "account.reset": Localized("a remis un compte à zéro", "started an account afresh"),
        "login.opened": Localized("s'est connecté", "logged in"),
        "login.ended": Localized("a mis fin à une connexion", "ended a login"),
        "password.set": Localized("a choisi un mot de passe", "chose a password"),
        "password.reset_asked": Localized("a demandé un lien de mot de passe", "asked for a password link"),
        "factor.set": Localized("a mis en place son code à usage unique", "set up a one-time code"),
        "factor.removed": Localized("a retiré son code à usage unique", "removed a one-time code"),
        "recovery_code.used": Localized("s'est servi d'un code de secours", "used a recovery code"),
        "door_link.made": Localized("a ouvert une porte", "opened a door"),
        "door_link.ended": Localized("a fermé une porte", "closed a door"),
    ]

    private static let kinds: [String: Localized] = [
        "account": Localized("Comptes", "Accounts"),
        "login": Localized("Connexions", "Logins"),
        "password": Localized("Mots de passe", "Passwords"),
        "factor": Localized("Codes à usage unique", "One-time codes"),
        "recovery_code": Localized("Codes de secours", "Recovery codes"),
        "door_link": Localized("Portes", "Doors"),
    ]

    public static func action(_ action: String, _ language: Language) -> String {
        actions[action]?[language] ?? action
    }

    public static func kind(_ kind: String, _ language: Language) -> String { kinds[kind]?[language] ?? kind }

    /// - Parameters:
    ///   - actor: `account:…`, `door:…`, `token:…`, `command`.
    ///   - name: An address, a venue or a token's name; `nil` for what is gone.
    public static func who(_ actor: String, _ name: String?, _ language: Language) -> String {
        let kind = actor.prefix { $0 != ":" }
        return switch kind {
        case "account": name ?? Localized("un compte effacé", "an erased account")[language]
        case "door": Localized("l'accueil", "the door")[language] + (name.map { ", \($0)" } ?? "")
        case "token": Localized("un programme", "a program")[language] + (name.map { ", \($0)" } ?? "")
        case "command": Localized("la console", "the console")[language]
        default: Localized("le service", "the service")[language]
        }
    }

    /// `role: organiser, venues: mairie-11e`
    public static func details(_ json: String) -> String {
        guard let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else {
            return json
        }
        return object.sorted { $0.key < $1.key }.compactMap { key, value in
            switch value {
            case is NSNull: nil
            case let list as [Any]: list.isEmpty ? nil : "\(key): " + list.map { "\($0)" }.joined(separator: " ")
            default: "\(key): \(value)"
            }
        }.joined(separator: ", ")
    }
}
