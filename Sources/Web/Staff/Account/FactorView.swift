internal import Presentation
internal import Registration

/// The second factor: how to set it up, or that it is.
struct FactorView: Sendable {
    let title: String
    let isSet: Bool
    /// An SVG element of our own making.
    let picture: String
    let secret: String
    let action: String
    let replace: String
    let error: String?
    /// What it is needed for.
    let need: String
    let back: String

    /// - Throws: where the QR code can't be drawn, which its length excludes.
    init(_ login: StaffLogin, code: OneTimeCode, error: String?, _ language: Language) throws {
        let texts = Texts.all.ownAccount
        title = texts.factorTitle[language]
        isSet = login.hasFactor
        picture =
            login.hasFactor
            ? ""
            : try QRCode(code.address(account: login.email, issuer: Texts.all.site.name[language]))
                .svg(title: texts.factorPicture[language])
        // In groups, as one reads it aloud.
        let letters = Array(login.hasFactor ? "" : code.secretText)
        secret = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: " ")
        action = StaffAddress.factor.path
        replace = StaffAddress.factor.path + "/replace"
        self.error = error
        need = (login.role.needsSecondFactor ? texts.factorNeeded : texts.factorForNames)[language]
        back = StaffAddress.account.path
    }
}

struct RecoveryCodesView: Sendable {
    let title: String
    let codes: [String]
    let next: String

    init(_ codes: [RecoveryCode], _ language: Language) {
        title = Texts.all.ownAccount.recoveryTitle[language]
        self.codes = codes.map(\.text)
        next = StaffAddress.home.path
    }
}
