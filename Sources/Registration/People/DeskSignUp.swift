/// A sign-up by telephone or at the desk.
public enum DeskSignUp {
    /// The fields of the form, in the order in which they stand on the page.
    public enum Field: String, CaseIterable, Hashable, Sendable {
        case session, name, email, telephone, places, language, needs
        case needsConsent = "needs_consent"
        case note
        case requestKey = "request_key"
    }

    /// What was typed, kept as it is.
    public struct Form: Hashable, Sendable {
        public var session = ""
        public var name = ""
        public var email = ""
        public var telephone = ""
        public var places = "1"
        public var language = "fr"
        public var needs: [String] = []
        public var needsNote = ""
        public var consentsToNeeds = false
        public var note = ""
        public var requestKey = ""

        public init() {}
    }

    /// Everything that is wrong with a form, in the order of the fields.
    public struct Invalid: Error, Hashable, Sendable {
        public let problems: [Field: FieldProblem]

        public init(_ problems: [Field: FieldProblem]) { self.problems = problems }
    }

    /// Somebody who is asked for: known already, or by what the form says of them.
    public enum Person: Hashable, Sendable {
        case known(Int64)
        /// Without an address: somebody who has none, or gives none.
        case described(email: EmailAddress?)
    }

    /// A form that can be submitted.
    public struct Request: Sendable {
        public let session: Session.ID
        public let person: Person
        public let name: PersonName
        public let telephone: TelephoneNumber?
        public let places: Int
        public let language: Language
        public let needs: Needs?
        public let note: NoteText?
        public let requestKey: RequestKey

        /// - Parameters:
        ///   - session: What the form's slug means; `nil` where it means nothing.
        ///   - known: Who it is for, where that was said; the form's address does not count then.
        /// - Throws: `Invalid`.
        public init(_ form: Form, session: Session.ID?, known: Int64?) throws(Invalid) {
            var problems: [Field: FieldProblem] = [:]
            func parse<Value>(_ field: Field, _ parser: () throws(FieldProblem) -> Value) -> Value? {
                do { return try parser() } catch {
                    problems[field] = error
                    return nil
                }
            }
            if session == nil { problems[.session] = .missing }
            let name = parse(.name) { () throws(FieldProblem) in try PersonName(form.name) }
            var person = Person.described(email: nil)
            if let known {
                person = .known(known)
            } else if !form.email.trimmingWhitespace().isEmpty {
                let email = parse(.email) { () throws(FieldProblem) in try EmailAddress(form.email) }
                person = .described(email: email)
            }
            let telephone =
                form.telephone.trimmingWhitespace().isEmpty
                ? nil
                : parse(.telephone) { () throws(FieldProblem) in
                    try TelephoneNumber(form.telephone)
                }
            let places = Int(form.places.trimmingWhitespace()).flatMap { SignUp.placesAllowed.contains($0) ? $0 : nil }
            if places == nil { problems[.places] = .outOfRange(SignUp.placesAllowed) }
            let language = Language(rawValue: form.language)
            if language == nil { problems[.language] = .notALanguage }
            let needs = parse(.needs) { () throws(FieldProblem) in try Needs(form.needs, note: form.needsNote) }
            if case .some(let told?) = needs {
                if told.kinds.contains(.other), told.note == nil { problems[.needs] = .missing }
                if !form.consentsToNeeds { problems[.needsConsent] = .missing }
            }
            let note =
                form.note.trimmingWhitespace().isEmpty
                ? nil
                : parse(.note) { () throws(FieldProblem) in
                    try NoteText(form.note)
                }
            let key = parse(.requestKey) { () throws(FieldProblem) in try RequestKey(form.requestKey) }
            guard problems.isEmpty, let session, let name, let places, let language, let needs, let key else {
                throw Invalid(problems)
            }
            (self.session, self.person, self.name, self.telephone) = (session, person, name, telephone)
            (self.places, self.language, self.needs, self.note) = (places, language, needs, note)
            requestKey = key
        }

        /// SHA-256 over what was asked, as that of `SignUp.Request`.
        public var bodyHash: [UInt8] {
            var parts = [name.text, String(places), language.rawValue, needs?.codes ?? "", needs?.note ?? ""]
            switch person {
            case .known(let id): parts += ["known", String(id)]
            case .described(let email): parts += ["described", email?.text ?? ""]
            }
            return BodyHash.of(parts)
        }
    }

    /// What became of it. All of these are expected.
    public enum Outcome: Hashable, Sendable {
        case confirmed(signUp: Int64, person: Int64)
        case waiting(signUp: Int64, person: Int64, position: Int)
        /// They are in this session already.
        case alreadySignedUp(person: Int64)
        case refused(Refusal)
    }

    /// Why nothing was done.
    public enum Refusal: String, Hashable, Sendable {
        case full, clash, closed
        case notYetOpen = "not_yet_open"
        case unknownSession = "unknown_session"
        case unknownPerson = "unknown_person"
        case keyReused = "key_reused"
    }
}
