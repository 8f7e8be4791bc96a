/// What the tables say, in words that are the same in two databases: sign-ups and sessions by their order instead of
/// their ids, times left out.
struct ComparableBooks {
    private let books: Books
    private let signUpIndex: [Int64: Int]
    private let sessionIndex: [Int64: Int]

    init(_ books: Books, sessions: [Int64]) {
        self.books = books
        signUpIndex = Dictionary(uniqueKeysWithValues: books.signUps.enumerated().map { ($1.id, $0) })
        sessionIndex = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1, $0) })
    }

    var signUpCount: Int { books.signUps.count }

    func signUp(_ index: Int) -> Books.SignUp? { books.signUps.indices.contains(index) ? books.signUps[index] : nil }

    func line(_ answer: Answer) -> String {
        var parts = [answer.outcome]
        if let signUp = answer.signUp { parts.append("sign-up \(signUpIndex[signUp].map(String.init) ?? "lost")") }
        if let own = answer.own { parts.append(own ? "own" : "another's") }
        if let places = answer.places { parts.append("\(places) places") }
        if let position = answer.position { parts.append("position \(position)") }
        if let version = answer.secretVersion { parts.append("version \(version)") }
        return parts.joined(separator: ", ")
    }

    /// How often each line stands in the tables.
    var lines: [String: Int] {
        let emails = Dictionary(books.signUps.map { ($0.attendee, $0.email) }, uniquingKeysWith: { first, _ in first })
        let all =
            books.signUps.map { signUp in
                "sign-up \(index(signUp)): \(signUp.status) as \(signUp.number) in \(session(signUp.session)), "
                    + "\(signUp.places) for \(signUp.name) <\(signUp.email)> by \(signUp.caller)"
            }
            + books.sessions.map { "tally of \(session($0.id)): \($0.tally)" }
            + books.letters.map { letter in
                "letter: \(letter.kind) in \(letter.language), \(letter.signUp.flatMap { signUpIndex[$0] } ?? -1) in "
                    + "\(session(letter.session)) to \(emails[letter.attendee] ?? "nobody")"
            }
            + books.keys.map { key in
                "key \(key.key) of \(key.caller) in \(session(key.session)): \(line(key.answer)), \(key.body)"
            }
        return Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    }

    private func index(_ signUp: Books.SignUp) -> Int { signUpIndex[signUp.id] ?? -1 }

    private func session(_ id: Int64) -> Int { sessionIndex[id] ?? -1 }
}

extension [String: Int] {
    /// The lines that don't stand as often in another place.
    func subtracting(_ other: [String: Int]) -> [String] {
        filter { other[$0.key] != $0.value }.map { "\($0.value) × \($0.key)" }.sorted()
    }
}
