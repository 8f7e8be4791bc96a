internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// One's own account, on one page.
struct OwnAccountView: Sendable {
    let title: String
    let done: String?
    let email: String
    let role: String
    let venues: String?
    let factorState: String
    let hasFactor: Bool
    let recoveryCodes: String?
    let changePassword: String
    let factor: String
    let factorLabel: String
    let logins: String

    /// What was just done, by the end of the address.
    enum Done: String {
        case password, factor
    }

    init(_ login: StaffLogin, recoveryCodesLeft: Int, done: Done?, _ language: Language) {
        let texts = Texts.all.ownAccount
        let phrases = StaffPhrases(language)
        title = texts.title[language]
        self.done =
            switch done {
            case .password: texts.passwordDone[language]
            case .factor: texts.factorDone[language]
            case nil: nil
            }
        email = login.email
        role = login.role.name[language]
        if case .only(let list) = login.venues {
            venues = StaffPhrases.list(list.map(\.name), language)
        } else {
            venues = nil
        }
        hasFactor = login.hasFactor
        factorState = login.hasFactor ? texts.factorOn[language] : texts.factorOff[language]
        recoveryCodes = login.hasFactor ? phrases.recoveryCodesLeft(recoveryCodesLeft) : nil
        changePassword = StaffAddress.password.path
        factor = StaffAddress.factor.path
        factorLabel = login.hasFactor ? texts.factorChange[language] : texts.factorSetUp[language]
        logins = StaffAddress.logins.path
    }
}

/// The browsers that an account is open in.
struct LoginsView: Sendable {
    let title: String
    let done: String?
    let back: String
    let logins: [Row]

    struct Row: Sendable {
        let browser: String
        let since: String
        let seen: String
        /// This very browser: it is ended by logging out.
        let isOwn: Bool
        let end: String
    }

    init(_ open: [OpenLogin], own: UUID?, isDone: Bool, timeZone: TimeZone, _ language: Language) {
        let texts = Texts.all.ownAccount
        let moments = Moments(language, in: timeZone)
        title = texts.loginsTitle[language]
        done = isDone ? texts.loginEnded[language] : nil
        back = StaffAddress.account.path
        logins = open.map {
            Row(
                browser: $0.browser ?? texts.unknownBrowser[language], since: moments.moment($0.createdAt),
                seen: moments.moment($0.seenAt), isOwn: $0.id == own, end: StaffAddress.endLogin($0.id).path)
        }
    }
}
