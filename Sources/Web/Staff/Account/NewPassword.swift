internal import Presentation
internal import Registration

/// A password as it is chosen, typed twice.
enum NewPassword {
    /// - Returns: the password, or what to say beside its field.
    static func read(
        _ fields: FormFields, of email: String, _ language: Language
    ) -> Result<PlainPassword, Rejected> {
        let texts = Texts.all.ownAccount
        do throws(PlainPassword.Problem) {
            let password = try PlainPassword(fields["password"], email: email)
            guard fields["again"] == password.text else {
                return .failure(Rejected(field: "again", message: texts.notTheSame[language]))
            }
            return .success(password)
        } catch {
            let message =
                switch error {
                case .tooShort: texts.tooShort
                case .tooLong: texts.tooLong
                case .known: texts.tooKnown
                }
            return .failure(Rejected(field: "password", message: message[language]))
        }
    }

    struct Rejected: Error {
        let field: String
        let message: String
    }

    static func inputs(_ language: Language, rejected: Rejected?) -> [GateView.Field] {
        let texts = Texts.all.ownAccount
        return [
            .init(
                name: "password", label: texts.newPassword[language], type: "password", autocomplete: "new-password",
                hint: texts.newPasswordHint[language],
                error: rejected?.field == "password" ? rejected?.message : nil, maximum: PlainPassword.longest),
            .init(
                name: "again", label: texts.again[language], type: "password", autocomplete: "new-password",
                error: rejected?.field == "again" ? rejected?.message : nil, maximum: PlainPassword.longest),
        ]
    }
}
