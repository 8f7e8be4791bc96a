internal import HTTPTypes
internal import Hummingbird
internal import Registration

/// The answer to a sign-up that was made or found.
struct SignUpReply: Sendable {
    let outcome: String
    var held: SignUp.Held?
    var position: Int?

    /// Put together here, since an encoder costs more than the rest of the answer: it is numbers and words of our own, in
    /// which nothing needs escaping.
    var json: String {
        var json = "{\"outcome\":\"\(outcome)\""
        if let held { json += ",\"reference\":\"\(held.reference)\",\"places\":\(held.places)" }
        if let position { json += ",\"position\":\(position)" }
        return json + "}"
    }

    func answer(_ status: HTTPResponse.Status) -> WholeAnswer {
        WholeAnswer(
            status: status, headers: JSONAnswer.headers,
            body: ByteBuffer(string: json))
    }
}

extension SignUp.Outcome {
    /// - Throws: a problem for each outcome that is a refusal.
    func apiAnswer() throws(Problem) -> WholeAnswer {
        switch self {
        case .confirmed(let held): return SignUpReply(outcome: "confirmed", held: held).answer(.created)
        case .waiting(let held, let position):
            return SignUpReply(outcome: "waiting", held: held, position: position).answer(.created)
        case .alreadySignedUp(let held, let position):
            return SignUpReply(outcome: "already_signed_up", held: held, position: position).answer(.ok)
        case .full:
            throw refusal(
                "full", "The session is full", "There is no place for this sign-up, and no waiting list for it.")
        case .clash:
            throw refusal(
                "clash", "The address holds a place at an overlapping time", "Let go of the other place first.")
        case .closed: throw refusal("closed", "Sign-ups are closed", "The session takes no more sign-ups.")
        case .notYetOpen:
            throw refusal(
                "closed", "Sign-ups are not open yet", "'sign_ups_open_at' of the session tells when they open.")
        case .unknownSession: throw .notFound("session")
        case .keyReused: throw .keyReused
        }
    }

    private func refusal(_ code: String, _ title: String, _ detail: String) -> Problem {
        Problem(.conflict, code: code, title: title, detail: detail, outcome: code)
    }
}
