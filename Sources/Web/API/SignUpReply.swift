internal import HTTPTypes
internal import Hummingbird
internal import Registration

/// The answer to a sign-up that was made or found.
struct SignUpReply: Encodable, Sendable {
    let outcome: String
    var reference: String?
    var places: Int?
    var position: Int?
}

extension SignUp.Outcome {
    /// - Throws: a problem for each outcome that is a refusal.
    func apiAnswer() throws(Problem) -> WholeAnswer {
        switch self {
        case .confirmed(let held):
            return JSONAnswer.answer(
                SignUpReply(outcome: "confirmed", reference: held.reference.description, places: held.places),
                status: .created)
        case .waiting(let held, let position):
            return JSONAnswer.answer(
                SignUpReply(
                    outcome: "waiting", reference: held.reference.description, places: held.places, position: position),
                status: .created)
        case .alreadySignedUp(let held):
            return JSONAnswer.answer(
                SignUpReply(outcome: "already_signed_up", reference: held?.reference.description, places: held?.places))
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
        case .keyReused:
            throw Problem(
                .conflict, code: "request_key_reused", title: "The request key was used for another body",
                detail: "Choose a new request key for a new request.")
        }
    }

    private func refusal(_ code: String, _ title: String, _ detail: String) -> Problem {
        Problem(.conflict, code: code, title: title, detail: detail, outcome: code)
    }
}
