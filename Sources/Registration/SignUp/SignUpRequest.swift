internal import Crypto
public import Foundation

extension SignUp {
    /// A form that can be submitted: every field has been parsed, and what remains to decide is the database's.
    public struct Request: Sendable {
        public let session: Session.ID
        public let caller: Caller
        public let name: PersonName
        public let email: EmailAddress
        public let places: Int
        /// The language to write to the attendee in.
        public let language: Language
        public let needs: Needs?
        public let requestKey: RequestKey

        /// - Throws: `Invalid` with the problem of each field that has one.
        public init(_ form: Form, session: Session.ID, caller: Caller, language: Language) throws(Invalid) {
            var problems: [(field: Field, problem: FieldProblem)] = []
            func parse<Value>(_ field: Field, _ parser: () throws(FieldProblem) -> Value) -> Value? {
                do { return try parser() } catch {
                    problems.append((field, error))
                    return nil
                }
            }
            let name = parse(.name) { () throws(FieldProblem) in try PersonName(form.name) }
            let email = parse(.email) { () throws(FieldProblem) in try EmailAddress(form.email) }
            let places = parse(.places) { () throws(FieldProblem) in try Self.places(form.places) }
            let needs = parse(.needs) { () throws(FieldProblem) in try Needs(form.needs, note: form.needsNote) }
            if case .some(let told?) = needs, told.kinds.contains(.other), told.note == nil, case .browser = caller {
                problems.append((.needs, .missing))
            }
            if form.tellsOfNeeds, !form.consentsToNeeds { problems.append((.needsConsent, .missing)) }
            let key = parse(.requestKey) { () throws(FieldProblem) in try RequestKey(form.requestKey) }
            guard problems.isEmpty, let name, let email, let places, let needs, let key else { throw Invalid(problems) }
            (self.session, self.caller, self.language) = (session, caller, language)
            (self.name, self.email, self.places, requestKey) = (name, email, places, key)
            self.needs = needs
        }

        private static func places(_ text: String) throws(FieldProblem) -> Int {
            let trimmed = text.trimmingWhitespace()
            if trimmed.isEmpty { return 1 }
            guard let number = Int(trimmed) else { throw .notANumber }
            guard placesAllowed.contains(number) else { throw .outOfRange(placesAllowed) }
            return number
        }

        /// SHA-256 over what was asked, each part behind its length: tells a repeated request from another one under the same key.
        ///
        /// The language is asked for in an API call only. A form has that of its page, and is the same form when the page's
        /// language was switched before it was sent again.
        public var bodyHash: [UInt8] {
            var parts = [name.text, email.text, String(places), needs?.codes ?? "", needs?.note ?? ""]
            if case .token = caller { parts.append(language.rawValue) }
            return BodyHash.of(parts)
        }
    }

    /// Who asks: a request key and the right to see a sign-up again belong to one caller.
    public enum Caller: Hashable, Sendable {
        case token(UUID)
        /// A browser, known by the value of its form cookie.
        case browser(cookie: String)

        /// What the database knows the caller by: it never sees the cookie.
        public var id: UUID {
            switch self {
            case .token(let id): return id
            case .browser(let cookie):
                var bytes = SHA256.hash(data: Array("browser:\(cookie)".utf8)).makeIterator()
                func next() -> UInt8 { bytes.next() ?? 0 }
                return UUID(
                    uuid: (
                        next(), next(), next(), next(), next(), next(), next(), next(),
                        next(), next(), next(), next(), next(), next(), next(), next()
                    ))
            }
        }

        public var route: String {
            switch self {
            case .token: "api"
            case .browser: "form"
            }
        }
    }
}

/// Chosen by the caller, so that asking again gives the same answer: 8 to 64 of `A-Z a-z 0-9 - . _ ~`.
public struct RequestKey: Hashable, Sendable {
    public let text: String

    public init(_ raw: String) throws(FieldProblem) {
        if raw.isEmpty { throw .missing }
        guard raw.utf8.count >= 8 else { throw .tooShort(minimum: 8) }
        guard raw.utf8.count <= 64 else { throw .tooLong(maximum: 64) }
        guard raw.unicodeScalars.allSatisfy({ $0.isASCIIAlphanumeric || "-._~".unicodeScalars.contains($0) }) else {
            throw .badCharacters
        }
        text = raw
    }

    /// A fresh one for a form: 128 random bits.
    public static func random() -> RequestKey {
        var generator = SystemRandomNumberGenerator()
        return RequestKey(
            unchecked: String(format: "%016lx%016lx", generator.next() as UInt64, generator.next() as UInt64))
    }

    private init(unchecked text: String) { self.text = text }
}
