internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// All accounts in a table.
struct AccountsView: Sendable {
    let title: String
    let done: String?
    let new: String
    let accounts: [Row]

    /// What was just done, by the end of the address.
    enum Done: String {
        case invited, changed, disabled, enabled, reset
    }

    struct Row: Sendable {
        let email: String
        let path: String
        let role: String
        let venues: String?
        let state: String
        /// How the state is coloured.
        let mark: String
        let seen: String
    }

    init(_ accounts: [ListedAccount], done: Done?, timeZone: TimeZone, _ language: Language) {
        let texts = Texts.all.accounts
        let moments = Moments(language, in: timeZone)
        title = texts.title[language]
        self.done =
            switch done {
            case .invited: texts.invited[language]
            case .changed: texts.changed[language]
            case .disabled: texts.disabledDone[language]
            case .enabled: texts.enabledDone[language]
            case .reset: texts.resetDone[language]
            case nil: nil
            }
        new = StaffAddress.newAccount.path
        self.accounts = accounts.map { account in
            let (state, mark) = Self.state(account)
            return Row(
                email: account.email, path: StaffAddress.changeAccount(account.id).path,
                role: account.role.name[language],
                venues: account.venues.isEmpty ? nil : StaffPhrases.list(account.venueNames, language),
                state: state[language], mark: mark,
                seen: account.lastSeenAt.map(moments.moment) ?? texts.never[language])
        }
    }

    private static func state(_ account: ListedAccount) -> (Localized, String) {
        let texts = Texts.all.accounts
        if account.disabledAt != nil { return (texts.disabled, "bad") }
        if !account.hasPassword { return (texts.waiting, "") }
        if account.role.needsSecondFactor, !account.hasFactor { return (texts.withoutFactor, "") }
        return (texts.whole, "good")
    }
}

/// A new account, or one that is changed.
struct AccountView: Sendable {
    let title: String
    let lead: String?
    let notice: NoticeView?
    let back: String
    let action: String
    let submit: String
    let isNew: Bool
    let email: String
    let emailError: String?
    let roles: [Choice]
    let languages: [Choice]
    let venues: [Choice]
    let venuesError: String?
    let steps: [Step]

    struct Choice: Sendable {
        let value: String
        let label: String
        var hint: String?
        let isChosen: Bool
    }

    struct Step: Sendable {
        let path: String
        let title: String
        let body: String
        let submit: String
        let isDangerous: Bool
    }

    init(
        _ typed: AccountForm, of account: ListedAccount?, venues known: [Venue],
        because rejected: AccountForm.Rejected?, _ language: Language
    ) {
        let texts = Texts.all.accounts
        isNew = account == nil
        title = account?.email ?? texts.newTitle[language]
        lead = account == nil ? texts.newLead[language] : texts.changeLead[language]
        notice = rejected.map { NoticeView($0.message(language), at: $0.field, language) }
        back = StaffAddress.accounts.path
        action = account.map { StaffAddress.changeAccount($0.id).path } ?? StaffAddress.newAccount.path
        submit = account == nil ? texts.invite[language] : texts.change[language]
        email = typed.email
        emailError = rejected.flatMap { $0.field == "email" ? $0.message(language) : nil }
        venuesError = rejected.flatMap { $0.field == "venues" ? $0.message(language) : nil }
        roles = StaffRole.ofAccounts.map {
            Choice(
                value: $0.rawValue, label: $0.name[language], hint: Self.meaning(of: $0)[language],
                isChosen: $0 == typed.role)
        }
        languages = Language.allCases.map {
            Choice(value: $0.rawValue, label: $0.ownName, isChosen: $0 == typed.language)
        }
        let chosen = Set(typed.venues)
        venues = known.sorted { $0.stands(before: $1) }.map {
            Choice(value: $0.slug, label: $0.name, isChosen: chosen.contains($0.slug))
        }
        steps = account.map { Self.steps($0, language) } ?? []
    }

    /// What a role opens.
    private static func meaning(of role: StaffRole) -> Localized {
        switch role {
        case .administrator: Texts.all.accounts.administratorMeaning
        case .organiser: Texts.all.accounts.organiserMeaning
        case .venueManager, .steward: Texts.all.accounts.managerMeaning
        }
    }

    private static func steps(_ account: ListedAccount, _ language: Language) -> [Step] {
        let texts = Texts.all.accounts
        let path = { (step: AccountStep) in StaffAddress.accountStep(account.id, step).path }
        guard account.disabledAt == nil else {
            return [
                Step(
                    path: path(.enable), title: texts.enableTitle[language], body: texts.enableBody[language],
                    submit: texts.enable[language], isDangerous: false)
            ]
        }
        return [
            Step(
                path: path(.reset), title: texts.resetTitle[language], body: texts.resetBody[language],
                submit: texts.reset[language], isDangerous: false),
            Step(
                path: path(.disable), title: texts.disableTitle[language], body: texts.disableBody[language],
                submit: texts.disable[language], isDangerous: true),
        ]
    }
}

extension NoticeView {
    /// One thing to put right.
    init(_ message: String, at field: String, _ language: Language) {
        kind = "bad"
        title = SignUpPhrases(language).problems(1)
        body = nil
        errors = [FieldError(field: field, message: message)]
        hasErrors = true
    }
}
