internal import Foundation
internal import NIOCore
internal import Registration

/// The body of `POST /api/v1/sign-ups`, read leniently so that everything wrong with it can be said at once.
struct SignUpCall: Decodable, Sendable {
    let session: String
    let form: SignUp.Form
    let language: Language
    /// What was wrong with the types of the members, and with those that the form does not know.
    let errors: [(field: SignUp.Field, problem: FieldProblem)]

    private enum Key: String, CodingKey {
        case session, name, email, places, language, needs
        case needsNote = "needs_note"
        case requestKey = "request_key"
    }

    /// - Throws: `DecodingError` where the body is no JSON object.
    init(json body: ByteBufferView) throws {
        if let plain = PlainJSON(body) {
            self.init(plain)
        } else {
            self = try JSONDecoder().decode(SignUpCall.self, from: Data(body))
        }
    }

    private init(_ plain: PlainJSON) {
        self.init { key throws(WrongType) in
            switch plain.members[key.rawValue] {
            case nil: nil
            case .string(let text): text
            case .number: throw WrongType()
            }
        } strings: { key throws(WrongType) in
            switch plain.members[key.rawValue] {
            case nil: []
            case .string(let text): [text]
            case .number: throw WrongType()
            }
        } number: { key throws(WrongType) in
            switch plain.members[key.rawValue] {
            case nil: nil
            case .number(let number): number
            case .string: throw WrongType()
            }
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init { key throws(WrongType) in
            do { return try container.decodeIfPresent(String.self, forKey: key) } catch { throw WrongType() }
        } strings: { key throws(WrongType) in
            if let text = try? container.decodeIfPresent(String.self, forKey: key) { return [text] }
            do { return try container.decodeIfPresent([String].self, forKey: key) ?? [] } catch { throw WrongType() }
        } number: { key throws(WrongType) in
            do { return try container.decodeIfPresent(Int.self, forKey: key) } catch { throw WrongType() }
        }
    }

    private struct WrongType: Error {}

    private init(
        string: (Key) throws(WrongType) -> String?, strings: (Key) throws(WrongType) -> [String],
        number: (Key) throws(WrongType) -> Int?
    ) {
        var errors: [(field: SignUp.Field, problem: FieldProblem)] = []
        func text(_ key: Key, _ field: SignUp.Field) -> String {
            do { return try string(key) ?? "" } catch {
                errors.append((field, .wrongType(expected: "string")))
                return ""
            }
        }
        session = text(.session, .session)
        if session.isEmpty, errors.isEmpty { errors.append((.session, .missing)) }
        let name = text(.name, .name)
        let email = text(.email, .email)
        var places = ""
        do { places = try number(.places).map(String.init) ?? "" } catch {
            errors.append((.places, .wrongType(expected: "integer")))
        }
        let code = text(.language, .language)
        if !code.isEmpty, Language(rawValue: code) == nil { errors.append((.language, .notALanguage)) }
        language = Language(rawValue: code) ?? .french
        var needs: [String] = []
        do { needs = try strings(.needs) } catch { errors.append((.needs, .wrongType(expected: "array of strings"))) }
        // The partner has the attendee's consent, or doesn't send needs: the document of the API says so.
        form = SignUp.Form(
            name: name, email: email, places: places, needs: needs, needsNote: text(.needsNote, .needsNote),
            consentsToNeeds: true, requestKey: text(.requestKey, .requestKey))
        self.errors = errors
    }

    /// - Throws: `Problem` 422 with the error of each member that has one.
    func request(session: Session.ID?, caller: SignUp.Caller) throws(Problem) -> SignUp.Request? {
        var problems = errors
        var request: SignUp.Request?
        do { request = try SignUp.Request(form, session: session ?? 0, caller: caller, language: language) } catch {
            // A member of the wrong type was told already; that it is missing besides is no news.
            problems += error.problems.filter { found in !errors.contains { $0.field == found.field } }
        }
        guard problems.isEmpty else {
            let order = SignUp.Field.allCases
            let sorted = problems.sorted {
                (order.firstIndex(of: $0.field) ?? 0) < (order.firstIndex(of: $1.field) ?? 0)
            }
            throw .invalid(sorted.map { Problem.FieldError($0.field, $0.problem) })
        }
        return session == nil ? nil : request
    }
}

extension Problem.FieldError {
    init(_ field: SignUp.Field, _ problem: FieldProblem) {
        self.init(field: field.rawValue, code: problem.code, detail: problem.englishDetail)
    }
}

extension FieldProblem {
    /// For programmers; pages have texts of their own.
    var englishDetail: String {
        switch self {
        case .missing: "is missing or empty"
        case .tooShort(let minimum): "has fewer than \(minimum) characters"
        case .tooLong(let maximum): "has more than \(maximum) characters"
        case .controlCharacters: "holds control characters"
        case .noLetter: "holds no letter"
        case .notAnAddress: "is not an email address"
        case .notANumber: "is not a whole number"
        case .outOfRange(let range): "is not between \(range.lowerBound) and \(range.upperBound)"
        case .badCharacters: "holds characters other than A-Z a-z 0-9 - . _ ~"
        case .notALanguage: "is neither 'fr' nor 'en'"
        case .notATelephoneNumber: "is not a telephone number"
        case .unknownPlaceholder: "has braces around something that stands for nothing"
        case .wrongType(let expected): "is not of type \(expected)"
        }
    }
}
