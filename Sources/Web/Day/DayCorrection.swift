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
    /// The form comes back with the reason.
    case notCorrected
    case tooLate
}

struct DayCorrectionView: Sendable {
    let title: String
    let lead: String
    let correction: CorrectionView?
    let programme: String

    init(_ result: DayCorrectionResult, correction: CorrectionView?, language: Language) {
        let texts = Texts.all.outcome
        let (title, body) =
            switch result {
            case .corrected: (texts.correctedTitle, texts.correctedBody)
            case .writtenTo: (texts.neutralTitle, texts.neutralBody)
            case .notCorrected: (texts.notCorrectedTitle, texts.notCorrectedBody)
            case .tooLate: (texts.tooLateTitle, texts.tooLateBody)
            }
        self.title = title[language]
        lead = body[language]
        self.correction = correction
        programme = PageAddress.programme.path(language)
    }
}

extension DayRoutes {
    /// The form that the browser which signed up may use for an hour; nil where it made nothing.
    func correction(
        of references: [Reference], _ browser: Browser, email: String = "", because reason: FormReturn? = nil,
        _ language: Language
    ) -> CorrectionView? {
        guard !references.isEmpty else { return nil }
        return CorrectionView(
            at: .dayCorrection, of: references, token: gate.token(for: Self.correctionForm(references), browser),
            email: email, because: reason, language: language)
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
        let again = { (reason: FormReturn, status: HTTPResponse.Status) in
            let form = correction(of: references, browser, email: fields["email"], because: reason, language)
            return browser.page(
                pages.dayCorrection(.notCorrected, correction: form, language), status: status, language,
                retryAfter: reason.retryAfter)
        }
        if let objection { return again(FormReturn(objection), objection.status) }
        let email: EmailAddress
        do { email = try EmailAddress(fields["email"]) } catch {
            let reason = FormReturn.invalid(SignUp.Invalid([(.email, error)]))
            return again(reason, reason.status)
        }
        let result: DayCorrectionResult
        do {
            result = try await correct(references, to: email, caller: .browser(cookie: browser.cookie))
        } catch let error as StoreError where error.isPassing {
            return again(.busy, FormReturn.busy.status)
        }
        let form = result == .corrected ? correction(of: references, browser, language) : nil
        return browser.page(pages.dayCorrection(result, correction: form, language), language)
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
