internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// What became of correcting the address of all sign-ups of a day.
enum DayCorrectionResult: Hashable, Sendable {
    case corrected
    /// The right address holds some of the sessions, or overlapping ones: it is written to, and whoever asks learns no more.
    case writtenTo
    case notAnAddress
    case tooLate
}

struct DayCorrectionView: Sendable {
    let title: String
    let body: String
    let correction: CorrectionView?
    let programme: String

    init(_ result: DayCorrectionResult, correction: CorrectionView?, language: Language) {
        let texts = Texts.all.outcome
        let (title, body) =
            switch result {
            case .corrected: (texts.correctedTitle, texts.correctedBody)
            case .writtenTo: (texts.neutralTitle, texts.neutralBody)
            case .notAnAddress: (texts.notCorrectedTitle, texts.notCorrectedBody)
            case .tooLate: (texts.tooLateTitle, texts.tooLateBody)
            }
        self.title = title[language]
        self.body = body[language]
        self.correction = correction
        programme = PageAddress.programme.path(language)
    }
}

extension DayRoutes {
    /// The form that the browser which signed up may use for an hour; nil where it made nothing.
    func correction(
        of references: [Reference], _ browser: Browser, email: String = "", problem: FieldProblem? = nil,
        _ language: Language
    ) -> CorrectionView? {
        guard !references.isEmpty else { return nil }
        return CorrectionView(
            at: .dayCorrection, of: references, token: gate.token(for: Self.correctionForm(references), browser),
            email: email, problem: problem, language: language)
    }

    /// `POST /{l}/my-day/email`
    func correctEmail(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let fields = try await FormFields(body: request)
        let browser = Browser(request)
        let references = fields.all("reference").compactMap { Reference($0) }
        guard (1...DayChoice.limit).contains(references.count) else { throw Refusal.notFound }
        let objection = await gate.objection(
            to: fields, of: Self.correctionForm(references), from: browser, request, context)
        if let objection { throw objection.refusal }
        let email: EmailAddress
        do { email = try EmailAddress(fields["email"]) } catch {
            let again = correction(of: references, browser, email: fields["email"], problem: error, language)
            return browser.page(
                pages.dayCorrection(.notAnAddress, correction: again, language), status: .unprocessableContent, language
            )
        }
        let result = try await correct(references, to: email, caller: .browser(cookie: browser.cookie))
        let again = result == .corrected ? correction(of: references, browser, language) : nil
        return browser.page(pages.dayCorrection(result, correction: again, language), language)
    }

    private func correct(
        _ references: [Reference], to email: EmailAddress, caller: SignUp.Caller
    ) async throws -> DayCorrectionResult {
        var result = DayCorrectionResult.corrected
        for reference in references {
            switch try await store.correctEmail(of: reference, to: email, caller: caller) {
            case .corrected: break
            case .alreadySignedUp, .clash: result = .writtenTo
            case .tooLate: return .tooLate
            case .notFound: throw Refusal.notFound
            }
        }
        return result
    }

    private static func correctionForm(_ references: [Reference]) -> String {
        "day-email:" + references.map { String($0.signUp) }.joined(separator: ",")
    }
}
