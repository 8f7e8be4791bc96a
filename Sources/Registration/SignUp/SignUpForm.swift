extension SignUp {
    /// What somebody typed, unchecked and kept as it is so that a form that fails comes back filled in.
    public struct Form: Hashable, Sendable {
        public var name: String
        public var email: String
        /// Empty counts as one.
        public var places: String
        /// What one needs to take part: codes of `Needs.Kind`, or words.
        public var needs: [String]
        public var needsNote: String
        /// Whether the attendee agrees that their needs are kept and passed on.
        public var consentsToNeeds: Bool
        public var requestKey: String

        public var tellsOfNeeds: Bool {
            (needs + [needsNote]).contains { !$0.trimmingWhitespace().isEmpty }
        }

        public init(
            name: String = "", email: String = "", places: String = "1", needs: [String] = [],
            needsNote: String = "", consentsToNeeds: Bool = false, requestKey: String = ""
        ) {
            self.name = name
            self.email = email
            self.places = places
            self.needs = needs
            self.needsNote = needsNote
            self.consentsToNeeds = consentsToNeeds
            self.requestKey = requestKey
        }
    }
}
