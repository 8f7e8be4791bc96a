import Foundation
import Presentation
import Registration
import RegistrationStore

/// Every page that people see, from values to HTML. The templates are read once, at the start.
struct Pages: Sendable {
    let assets: Assets
    private let templates: [Language: TemplateLibrary]
    private let sites = LanguageCache<Edition?, TemplateValue>()
    let publicURL: String
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
        let folder = Bundle.module.bundleURL.appending(path: "Templates")
        templates = try Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (language, try TemplateLibrary(folder: folder, texts: Texts.all.dictionary(in: language)))
            })
    }

    func home(_ programme: Programme, _ language: Language, now: Date) -> String {
        let texts = Texts.all.home
        return page(
            .home, language, title: texts.title[language], description: texts.description[language], at: .home,
            notices: programme.notices(at: now), HomeView(programme, language: language, now: now))
    }

    /// What pages of the programme are put together from, to be made again when the programme changes.
    func listing(of programme: Programme, _ language: Language, now: Date) -> Listing {
        let texts = Texts.all.programme
        let html = page(
            .programme, language, title: texts.title[language], description: texts.description[language],
            at: .programme, notices: programme.notices(at: now),
            ProgrammeView(programme, language: language, now: now))
        let sessions = programme.edition == nil ? [] : ProgrammeView.byStart(programme.sessions, language)
        let listing = ProgrammePage(rendered: html, sessions: sessions.map(\.sessions), language: language)
        let index = SessionIndex(listing.sessions, in: programme.edition?.timeZone ?? .gmt)
        guard !index.sessions.isEmpty else { return Listing(page: listing, index: index, panel: nil) }
        let everything = index.find(.none, withPlaces: SessionSet(size: index.sessions.count))
        let view = FilterPanelView(index, finding: everything, language: language)
        let panel = part(.filters, language, view)
        return Listing(
            page: listing, index: index, panel: FilterPanel(rendered: panel, view: view, language: language))
    }

    /// Part of the programme, or the programme seen otherwise.
    func found(_ query: ProgrammeQuery, _ view: FoundView, notices: [Notice], _ language: Language) -> String {
        let texts = Texts.all.programme
        let criteria = FindingPhrases(language).title(query.filter)
        let title = [view.heading, criteria, texts.title[language]].filter { !$0.isEmpty }.joined(separator: " – ")
        return page(
            .found, language, title: title, description: texts.description[language], at: .found(query),
            isIndexed: false, notices: notices, view)
    }

    func venue(_ view: VenueView, slug: String, notices: [Notice], _ language: Language) -> String {
        page(
            .venue, language, title: view.name, description: view.name + ", " + view.address, at: .venue(slug: slug),
            notices: notices, view)
    }

    /// - Parameters:
    ///   - form: With its request key and token; shown where signing up leads anywhere.
    ///   - around: What else is on, for alternatives and notices.
    func session(
        _ session: Session, tally: Tally, edition: Edition, form: SignUp.Form, formToken: String, _ language: Language,
        around: ProgrammeState, now: Date
    ) -> String {
        let formView = SignUpFormView(
            form, at: .signUps(slug: session.slug), edition: edition, token: formToken,
            joinsWaitingList: tally.placesLeft == 0, language: language)
        let view = SessionView(
            session, tally: tally, edition: edition, form: formView,
            alternatives: around.alternatives(to: session, at: now).map { ($0, around.tally(of: $0)) },
            language: language, now: now)
        let data = SessionData(
            session, tally: tally, edition: edition, origin: publicURL, image: publicURL + assets.picture.path,
            language: language, now: now)
        return page(
            .session, language, title: view.title, description: view.summary, at: .session(slug: session.slug),
            notices: around.programme.notices(at: now, venue: session.venue.slug, session: session.slug),
            data: data.text,
            view)
    }

    /// The form again, filled in, with the reason above it. Status 422, 409, 503 or 429 (see `FormReturn`).
    ///
    /// - Parameter form: What was typed; its key is fresh where it may belong to another answer (see `withFreshKey`).
    func signUpForm(
        _ session: Session, tally: Tally, edition: Edition, because reason: FormReturn, form: SignUp.Form,
        formToken: String, around: ProgrammeState, _ language: Language
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
            at: .session(slug: session.slug), isIndexed: false,
            notices: around.programme.notices(at: Date(), about: [session]), view)
    }

    /// - Parameters:
    ///   - email: The address written to.
    ///   - correction: For an hour, in the browser that signed up.
    ///   - switchOffer: For the browser that holds places at an overlapping time.
    func outcome(
        _ result: SignUpResult, session: Session, edition: Edition, email: String, correction: CorrectionView? = nil,
        switchOffer: SwitchOfferView? = nil, around: ProgrammeState, _ language: Language
    ) -> String {
        let view = OutcomeView(
            result, session: session, edition: edition, email: email, correction: correction,
            switchOffer: switchOffer, around: around, language: language, now: Date())
        let prefix = correction?.error == nil ? "" : Texts.all.form.error[language]
        return page(
            .outcome, language, title: prefix + view.title, description: view.lead, at: .session(slug: session.slug),
            isIndexed: false, notices: around.programme.notices(at: Date(), about: [session]), view)
    }

    /// - Parameter reason: Why the form comes back, filled in.
    func day(
        _ day: ChosenDay, form: SignUp.Form, formToken: String, because reason: FormReturn? = nil,
        around: ProgrammeState, _ language: Language
    ) -> String {
        let view = DayView(day, form: form, token: formToken, because: reason, language: language, now: Date())
        let texts = Texts.all.day
        var prefix = ""
        if case .invalid = reason { prefix = Texts.all.form.error[language] }
        return page(
            .day, language, title: prefix + texts.title[language], description: texts.description[language], at: .day,
            isIndexed: false, notices: around.programme.notices(at: Date(), about: day.sessions), view)
    }

    func dayOutcome(
        _ results: [(session: Session, result: SignUpResult)], edition: Edition, email: String,
        correction: CorrectionView?, around: ProgrammeState, _ language: Language
    ) -> String {
        let view = DayOutcomeView(
            results, edition: edition, email: email, correction: correction, around: around, language: language,
            now: Date())
        return page(
            .dayOutcome, language, title: view.title, description: Texts.all.day.description[language], at: .day,
            isIndexed: false, notices: around.programme.notices(at: Date(), about: results.map(\.session)), view)
    }

    /// What became of correcting the address of a day's sign-ups; the form again where it is no address.
    func dayCorrection(_ result: DayCorrectionResult, correction: CorrectionView?, _ language: Language) -> String {
        let view = DayCorrectionView(result, correction: correction, language: language)
        let prefix = correction?.error == nil ? "" : Texts.all.form.error[language]
        return page(
            .dayCorrection, language, title: prefix + view.title, description: view.lead, at: .day, isIndexed: false,
            view)
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
        at address: PageAddress, isIndexed: Bool = true, notices: [Notice] = [], data: String? = nil,
        _ view: any Sendable
    ) -> String {
        let head = Head(
            language, title: title, description: description, address: address, isIndexed: isIndexed,
            notices: notices.map { $0.text.typeset[language] }, publicURL: publicURL, data: data)
        return render(template, language, head: head, view)
    }

    /// A part of pages, which needs no head.
    private func part(_ template: TemplateLibrary.Template, _ language: Language, _ view: any Sendable) -> String {
        render(template, language, head: nil, view)
    }

    /// - Parameter head: What the template's layout needs to know.
    func render(
        _ template: TemplateLibrary.Template, _ language: Language, head: (any Sendable)?, _ view: any Sendable
    ) -> String {
        templates[language]?.render(template, site: site(language), head: head, view: view) ?? ""
    }

    private func site(_ language: Language) -> TemplateValue {
        let edition = edition()
        return sites.value(language, for: edition) {
            TemplateValue(SiteView(language, publicURL: publicURL, assets: assets, edition: edition))
        }
    }
}
