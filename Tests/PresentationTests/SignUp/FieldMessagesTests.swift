import Presentation
import Registration
import Testing

struct FieldMessagesTests {
    @Test(
        "What a visitor can get wrong in the form is answered with what to do about it",
        arguments: [
            (.name, .missing, "Écrivez votre nom."), (.name, .noLetter, "Un nom a au moins une lettre."),
            (.name, .tooLong(maximum: 120), "Écrivez 120 caractères au plus."),
            (.email, .missing, "Écrivez votre adresse mail."),
            (.email, .notAnAddress, "Écrivez une adresse mail complète, comme nom@exemple.fr."),
            (.places, .notANumber, "Choisissez de 1 à 6 places."),
            (.places, .outOfRange(1...6), "Choisissez de 1 à 6 places."),
            (.requestKey, .missing, "Le formulaire était incomplet\u{A0}: renvoyez-le."),
            (.needs, .tooLong(maximum: 500), "Écrivez 500 caractères au plus."),
        ] as [(SignUp.Field, FieldProblem, String)])
    func french(field: SignUp.Field, problem: FieldProblem, said: String) {
        #expect(problem.message(for: field, in: .french) == said)
    }

    @Test("An address is asked for with an example of a name that nobody has")
    func english() {
        #expect(
            FieldProblem.notAnAddress.message(for: .email, in: .english)
                == "Enter a complete email address, like name@example.org.")
    }
}
