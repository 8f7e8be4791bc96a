public import Registration

/// What pages and mails about exports say with a number in it.
public struct ExportPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// What a night holds.
    public func held(rows: Int, files: Int) -> String {
        let signUps = signUps(rows)
        let files = language.count(files, Localized("fichier", "file"), Localized("fichiers", "files"))
        return Localized("\(signUps) dans \(files).", "\(signUps) in \(files).")[language]
    }

    public func signUps(_ count: Int) -> String {
        language.count(count, Localized("inscription", "sign-up"), Localized("inscriptions", "sign-ups"))
    }

    /// A line each for what is new, changed and cancelled.
    public func changes(_ changes: ExportChanges) -> [String] {
        [
            language.count(
                changes.new, Localized("nouvelle inscription", "new sign-up"),
                Localized("nouvelles inscriptions", "new sign-ups")),
            language.count(
                changes.changed, Localized("inscription modifiée", "changed sign-up"),
                Localized("inscriptions modifiées", "changed sign-ups")),
            language.count(
                changes.cancelled, Localized("inscription annulée", "cancelled sign-up"),
                Localized("inscriptions annulées", "cancelled sign-ups")),
        ]
    }

    /// How far an export is.
    public func progress(_ rows: Int, of expected: Int) -> String {
        Localized(
            "\(language.number(rows)) lignes écrites sur \(language.number(expected))",
            "\(language.number(rows)) rows written of \(language.number(expected))")[language]
    }

    /// A size in a unit that makes it short.
    public func size(_ bytes: Int64) -> String {
        let (unit, value): (Localized, Int64) =
            switch bytes {
            case ..<10_000: (Localized("o", "B"), bytes)
            case ..<10_000_000: (Localized("ko", "kB"), bytes / 1000)
            default: (Localized("Mo", "MB"), bytes / 1_000_000)
            }
        return language.number(Int(value)) + "\u{A0}" + unit[language]
    }
}

extension SignUp.Status {
    /// In a list of sign-ups.
    public var listed: Localized {
        switch self {
        case .confirmed: Localized("confirmée", "confirmed")
        case .waiting: Localized("en attente", "waiting")
        case .cancelled: Localized("annulée", "cancelled")
        }
    }
}

extension Language {
    /// The name of the sheet in a workbook.
    public var sheetName: String { self == .french ? "Inscriptions" : "Sign-ups" }

    /// What stands above a printed list of all sessions.
    public func wholeListTitle(_ edition: CalendarDay?) -> String {
        let day = edition.map { ", \($0)" } ?? ""
        return self == .french
            ? Typography.set("Journée de l'entrepreneuriat social\(day) : inscriptions", in: self)
            : "Social Entrepreneurship Day\(day): sign-ups"
    }
}
