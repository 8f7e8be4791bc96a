import Registration

/// How somebody is reached, as it was typed.
struct ContactForm: Sendable {
    let email: String
    let telephone: String
    private(set) var problems: [String: FieldProblem] = [:]
    /// Somebody else has the address.
    var isTaken = false

    init(email: String, telephone: String) {
        self.email = email
        self.telephone = telephone
    }

    /// What it says; an empty field takes away. Problems are kept.
    mutating func parse() -> (email: EmailAddress?, telephone: TelephoneNumber?) {
        var (address, number): (EmailAddress?, TelephoneNumber?)
        do throws(FieldProblem) { address = try EmailAddress(email) } catch {
            if error != .missing { problems["email"] = error }
        }
        do throws(FieldProblem) { number = try TelephoneNumber(telephone) } catch {
            if error != .missing { problems["telephone"] = error }
        }
        return (address, number)
    }
}
