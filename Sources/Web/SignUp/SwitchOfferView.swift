import Presentation
import Registration

/// The offer to let go of places at an overlapping time for those asked for: the same form again, with one more field.
struct SwitchOfferView: Sendable {
    let action: String
    let fields: [Field]
    let held: String
    let heldPath: String
    let heldWhen: String

    struct Field: Sendable {
        let name: String
        let value: String
    }

    /// - Parameters:
    ///   - form: As it was sent, with a fresh key.
    ///   - held: The sign-up to let go of.
    init(
        _ form: SignUp.Form, from held: Reference, other: Session, to session: Session, token: String,
        edition: Edition, language: Language
    ) {
        let moments = Moments(language, in: edition.timeZone)
        action = PageAddress.signUps(slug: session.slug).path(language)
        var fields = [
            Field(name: "request_key", value: form.requestKey), Field(name: "form_token", value: token),
            Field(name: "switch_from", value: held.description), Field(name: "name", value: form.name),
            Field(name: "email", value: form.email), Field(name: "places", value: form.places),
            Field(name: "needs_note", value: form.needsNote),
        ]
        fields += form.needs.map { Field(name: "needs", value: $0) }
        if form.consentsToNeeds { fields.append(Field(name: "needs_consent", value: "yes")) }
        self.fields = fields
        self.held = other.title.typeset[language]
        heldPath = PageAddress.session(slug: other.slug).path(language)
        heldWhen = moments.times(other.startsAt, other.endsAt)
    }
}
