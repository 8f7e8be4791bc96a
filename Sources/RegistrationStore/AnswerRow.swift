internal import Postgres
internal import Registration

extension PostgresRow {
    /// Reads a word that stands for one of the expected results.
    ///
    /// - Throws: `UnexpectedAnswer` where the domain does not know it.
    mutating func decodeAnswer<Answer: RawRepresentable<String>>(of function: String) throws -> Answer {
        let text = try decode(String.self)
        guard let answer = Answer(rawValue: text) else { throw UnexpectedAnswer(function: function, answer: text) }
        return answer
    }

    mutating func decodeCount() throws -> Int? { try decode(Int32?.self).map(Int.init) }

    /// Two columns: a text in French, then in English.
    mutating func decodeLocalized() throws -> Localized {
        Localized(french: try decode(String.self), english: try decode(String.self))
    }

    /// Kinds of needs, where any are told; those that this program does not know are left out.
    mutating func decodeNeeds() throws -> [Needs.Kind] {
        let told = Set(try decode([String]?.self) ?? [])
        return Needs.Kind.allCases.filter { told.contains($0.rawValue) }
    }
}

extension PostgresSession {
    /// The row of a statement that always has one.
    ///
    /// - Throws: `PostgresError`; `UnexpectedAnswer` where there is none.
    func one<S: PostgresStatement>(_ statement: S) async throws -> S.Row {
        guard let row = try await execute(statement).first else {
            throw UnexpectedAnswer(function: S.sql, answer: "no row")
        }
        return row
    }
}

extension CalendarDay {
    init(_ date: PostgresDate) throws(UnexpectedAnswer) {
        guard let day = CalendarDay(year: date.year, month: date.month, day: date.day) else {
            throw UnexpectedAnswer(function: "a date", answer: "out of the calendar")
        }
        self = day
    }

    /// The same day as PostgreSQL's client writes it; both know the same calendar, so there always is one.
    var postgresDate: PostgresDate? { PostgresDate(year: year, month: month, day: day) }
}
