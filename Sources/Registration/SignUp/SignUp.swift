/// An attendee's claim to one or more places in one session.
public enum SignUp {
    /// The places that one sign-up may ask for.
    public static let placesAllowed = 1...6

    /// Where a sign-up stands.
    public enum Status: String, CaseIterable, Hashable, Sendable {
        case confirmed, waiting, cancelled
    }

    /// The fields of the form, in the order in which they stand on the page.
    public enum Field: String, CaseIterable, Hashable, Sendable {
        case session, name, email, places, language, needs
        case needsNote = "needs_note"
        case needsConsent = "needs_consent"
        case requestKey = "request_key"
    }

    /// Everything that is wrong with a form, so that nobody is told one thing at a time.
    public struct Invalid: Error, Hashable, Sendable {
        /// In the order of the fields.
        public let problems: [(field: Field, problem: FieldProblem)]

        public init(_ problems: [(field: Field, problem: FieldProblem)]) { self.problems = problems }

        public subscript(field: Field) -> FieldProblem? { problems.first { $0.field == field }?.problem }

        public static func == (left: Self, right: Self) -> Bool {
            left.problems.elementsEqual(right.problems) { $0 == $1 }
        }

        public func hash(into hasher: inout Hasher) {
            for (field, problem) in problems {
                hasher.combine(field)
                hasher.combine(problem)
            }
        }
    }
}
