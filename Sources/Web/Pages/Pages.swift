import Foundation
import Presentation
import Registration

/// Every page that people see, from values to HTML. The templates are read once, at the start.
struct Pages: Sendable {
    let assets: Assets
    private let templates: TemplateLibrary
    let publicURL: String
    private let texts: [Language: [String: [String: String]]]
    /// The current edition as last read: even an error's page says who answers for the site.
    private let edition: @Sendable () -> Edition?

    /// - Parameters:
    ///   - publicURL: `https://example.org`, for canonical addresses.
    ///   - edition: The current one, asked for at each page.
    /// - Throws: `TemplateLibrary.Broken`, or the file system's error where the bundle is incomplete: better not to start.
    init(publicURL: String, edition: @escaping @Sendable () -> Edition?) throws {
        self.edition = edition
        self.publicURL = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
        assets = try Assets.bundled()
        templates = try TemplateLibrary(folder: Bundle.module.bundleURL.appending(path: "Templates"))
        texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Texts.all.dictionary(in: $0)) })
    }

    func home(edition: Edition?, sessions: [Session], _ language: Language, now: Date) -> String {
        let texts = Texts.all.home
        return page(
            .home, language, title: texts.title[language], description: texts.description[language], at: .home,
            HomeView(edition: edition, sessions: sessions, language: language, now: now))
    }

    /// The programme, to be made again when the programme changes and filled in when somebody looks (`ProgrammePage.html`).
    func programme(edition: Edition?, sessions: [Session], _ language: Language, now: Date) -> ProgrammePage {
        let texts = Texts.all.programme
        let html = page(
            .programme, language, title: texts.title[language], description: texts.description[language],
            at: .programme, ProgrammeView(edition: edition, sessions: sessions, language: language, now: now))
        return ProgrammePage(rendered: html, sessions: ProgrammeView.ordered(sessions, language), language: language)
    }

    /// - Parameter form: With its request key and token; shown where signing up leads anywhere.
    func session(
        _ session: Session, tally: Tally, edition: Edition, form: SignUp.Form, formToken: String, _ language: Language,
        now: Date
    ) -> String {
        let formView = SignUpFormView(
            form, at: .signUps(slug: session.slug), edition: edition, token: formToken,
            joinsWaitingList: tally.placesLeft == 0, language: language)
        let view = SessionView(session, tally: tally, edition: edition, form: formView, language: language, now: now)
        let data = SessionData(
            session, tally: tally, edition: edition, origin: publicURL, image: publicURL + assets.picture.path,
            language: language, now: now)
        return page(
            .session, language, title: view.title, description: view.summary, at: .session(slug: session.slug),
            data: data.text, view)
    }

    /// The form again, filled in, with the reason above it. Status 422, 409, 503 or 429 (see `FormReturn`).
    ///
    /// - Parameter form: What was typed; its key is fresh but for `.busy`, `.expired` and `.tooMany`, which keep it.
    func signUpForm(
        _ session: Session, tally: Tally, edition: Edition, because reason: FormReturn, form: SignUp.Form,
        formToken: String, _ language: Language
    ) -> String {
        var invalid: SignUp.Invalid?
        if case .invalid(let problems) = reason { invalid = problems }
        let formView = SignUpFormView(
            form, at: .signUps(slug: session.slug), edition: edition, token: formToken, invalid: invalid,
            joinsWaitingList: tally.placesLeft == 0, language: language)
        let view = SignUpPageView(
            session, edition: edition, notice: NoticeView(reason, language: language), form: formView,
            language: language)
        let prefix = invalid == nil ? "" : Texts.all.form.error[language]
        return page(
            .signUp, language, title: prefix + view.signUpTitle + " – " + view.title, description: view.title,
            at: .session(slug: session.slug), isIndexed: false, view)
    }

    /// - Parameters:
    ///   - email: The address written to.
    ///   - correction: For an hour, in the browser that signed up.
    ///   - switchOffer: For the browser that holds places at an overlapping time.
    func outcome(
        _ result: SignUpResult, session: Session, edition: Edition, email: String, correction: CorrectionView? = nil,
        switchOffer: SwitchOfferView? = nil, _ language: Language
    ) -> String {
        let view = OutcomeView(
            result, session: session, edition: edition, email: email, correction: correction,
            switchOffer: switchOffer, language: language)
        let prefix = correction?.error == nil ? "" : Texts.all.form.error[language]
        return page(
            .outcome, language, title: prefix + view.title, description: view.body, at: .session(slug: session.slug),
            isIndexed: false, view)
    }

    /// - Parameter reason: Why the form comes back, filled in.
    func day(
        _ day: ChosenDay, form: SignUp.Form, formToken: String, because reason: FormReturn? = nil, _ language: Language
    ) -> String {
        let view = DayView(day, form: form, token: formToken, because: reason, language: language, now: Date())
        let texts = Texts.all.day
        var prefix = ""
        if case .invalid = reason { prefix = Texts.all.form.error[language] }
        return page(
            .day, language, title: prefix + texts.title[language], description: texts.description[language], at: .day,
            isIndexed: false, view)
    }

    func dayOutcome(
        _ results: [(session: Session, result: SignUpResult)], edition: Edition, email: String, _ language: Language
    ) -> String {
        let view = DayOutcomeView(results, edition: edition, email: email, language: language)
        return page(
            .dayOutcome, language, title: view.title, description: Texts.all.day.description[language], at: .day,
            isIndexed: false, view)
    }

    func privacy(_ language: Language) -> String {
        let texts = Texts.all.privacy
        return page(
            .note, language, title: texts.title[language], description: texts.description[language], at: .privacy,
            NoteView.privacy(language, edition: edition()))
    }

    func accessibility(_ language: Language) -> String {
        let texts = Texts.all.accessibility
        return page(
            .note, language, title: texts.title[language], description: texts.description[language],
            at: .accessibility, NoteView.accessibility(language, edition: edition()))
    }

    /// - Parameter host: One of the programme's, for the example.
    func openData(host: String?, _ language: Language) -> String {
        let texts = Texts.all.openData
        return page(
            .openData, language, title: texts.title[language], description: texts.description[language], at: .openData,
            OpenDataView(host: host, origin: publicURL, language: language))
    }

    /// The programme for a frame on another site.
    func embed(
        sessions: [Session], tally: (Session) -> Tally, edition: Edition?, _ language: Language, now: Date
    ) -> String {
        page(
            .embed, language, title: Texts.all.site.dayName[language], description: "", at: .embed, isIndexed: false,
            EmbedView(sessions: sessions, tally: tally, edition: edition, language: language, now: now))
    }

    /// - Parameter path: The page asked for by GET, where asking again can help.
    func failure(_ failure: Failure, path: String? = nil, _ language: Language) -> String {
        let view = FailureView(failure, path: path, language: language)
        return page(
            .failure, language, title: view.title, description: view.body, at: .home, isIndexed: false, view)
    }

    func page(
        _ template: TemplateLibrary.Template, _ language: Language, title: String, description: String,
        at address: PageAddress, isIndexed: Bool = true, data: String? = nil, _ view: any Sendable
    ) -> String {
        let head = Head(
            language, title: title, description: description, address: address, isIndexed: isIndexed,
            publicURL: publicURL, assets: assets, edition: edition(), data: data)
        return templates.render(template, PageContext(texts: texts[language] ?? [:], head: head, view: view))
    }
}
