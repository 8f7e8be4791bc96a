extension SignUp {
    /// What somebody typed, unchecked and kept as it is so that a form that fails comes back filled in.
    public struct Form: Hashable, Sendable {
        public var name: String
        public var email: String
        /// Empty counts as one.
        public var places: String
        /// What one needs to take part.
        public var needs: String
        public var requestKey: String

        public init(
            name: String = "", email: String = "", places: String = "1", needs: String = "", requestKey: String = ""
        ) {
            self.name = name
            self.email = email
            self.places = places
            self.needs = needs
            self.requestKey = requestKey
        }
    }
}
