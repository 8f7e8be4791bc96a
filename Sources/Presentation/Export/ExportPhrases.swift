public import Registration

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
