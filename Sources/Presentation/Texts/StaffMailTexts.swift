public import Registration

/// The fixed sentences of mails to staff.
public struct StaffMailTexts: Sendable {
    public let invitationSubject = Localized(
        "Votre compte pour Social Day", "Your account for Social Day")
    public let invitationTitle = Localized("Bienvenue dans l'équipe", "Welcome to the staff")
    public let invitationAction = Localized("Choisir mon mot de passe", "Choose my password")
    public let invitationFactor = Localized(
        "Vous verrez des données personnelles : préparez aussi une application d'authentification sur votre téléphone, elle vous sera demandée juste après.",
        "You will see personal data: have an authenticator ready on your telephone, too, you are asked for it right after."
    )
    public let secret = Localized(
        "Ce lien ouvre votre compte : ne le faites pas suivre. Si vous n'attendiez pas ce message, ne faites rien.",
        "This link opens your account: do not forward it. If you did not expect this message, do nothing.")
    public let resetSubject = Localized(
        "Votre mot de passe pour Social Day", "Your password for Social Day")
    public let resetTitle = Localized("Un nouveau mot de passe", "A new password")
    public let reset = Localized(
        "Quelqu'un, sans doute vous, a demandé à changer le mot de passe de votre compte.",
        "Somebody, probably you, asked to change the password of your account.")
    public let resetAction = Localized("Choisir un autre mot de passe", "Choose another password")
    public let notAsked = Localized(
        "Si ce n'est pas vous, ne faites rien : votre mot de passe reste le même. Et dites-le à qui administre les comptes.",
        "If it was not you, do nothing: your password stays the same. And tell whoever manages the accounts.")
    public let reason = Localized(
        "Vous recevez ce message automatique parce que cette adresse est celle d'un compte de l'équipe.",
        "You get this automatic message because this address is that of a staff account.")
}
