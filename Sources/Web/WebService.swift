internal import Hummingbird
public import Logging
public import Registration
public import RegistrationStore
public import ServiceLifecycle

/// The whole of what answers over HTTP: routes, pages and API behind the front.
public struct WebService: Service {
    private let server: FrontServer<RouterResponder<WebContext>>
    /// What is served, as `GET /:language/programme`; and what serves it, behind the front.
    let routes: [String]
    let responder: RouterResponder<WebContext>

    /// - Parameters:
    ///   - key: What form tokens and tickets are derived from.
    ///   - isMailWorking: Whether mails go out; the service works without, but not as it should.
    ///   - nights: Whether it writes nights itself, so that one that is missing is a fault.
    ///   - onListening: Called with the bound ports once clients can connect.
    /// - Throws: where a file that travels with the program is missing or broken: better not to start.
    public init(
        store: RegistrationStore, key: TicketKey, configuration: FrontConfiguration, certificates: CertificateStore,
        isMailWorking: @escaping @Sendable () -> Bool = { true }, nights: NightlyWork = .off, logger: Logger,
        onListening: @escaping @Sendable (FrontPorts) async -> Void = { _ in }
    ) throws {
        let pages = try Pages(publicURL: configuration.publicURL.origin) {
            store.programme.latest.programme.edition
        }
        let errors = ErrorAnswers(pages: pages)
        let shelf = PageShelf()
        let router = try Self.router(
            store: store, pages: pages, shelf: shelf, errors: errors, key: key, configuration: configuration,
            certificates: certificates, isMailWorking: isMailWorking, nights: nights)
        routes = router.routes.map { "\($0.method.rawValue) \($0.path)" }
        router.refuseOtherMethods()
        responder = router.buildResponder()
        let signUps = SignUpExpress(store: store)
        server = FrontServer(
            responder: responder, configuration: configuration, certificates: certificates,
            logger: logger,
            page: { refusal, request, context in errors.response(to: refusal, request, context) },
            express: Express(page: shelf.answer, gathers: signUps.gathers, call: signUps.call),
            onListening: onListening)
    }

    /// Serves until shutdown.
    ///
    /// - Throws: `FrontError` when it can't listen.
    public func run() async throws { try await server.run() }

    private static func router(
        store: RegistrationStore, pages: Pages, shelf: PageShelf, errors: ErrorAnswers, key: TicketKey,
        configuration: FrontConfiguration,
        certificates: CertificateStore, isMailWorking: @escaping @Sendable () -> Bool, nights: NightlyWork
    ) throws -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: ErrorMiddleware(answers: errors))
        let rendered = PageCache()
        let gate = FormGate(
            tokens: FormToken(key: key), limiter: FormLimiter(configuration), publicURL: configuration.publicURL,
            holdsHaste: configuration.limitsAddresses)
        let signUps = SignUpRoutes(store: store, pages: pages, gate: gate)
        VisitorRoutes(store: store, pages: pages, rendered: rendered, shelf: shelf).add(to: router)
        let listings = Listings(pages: pages)
        ProgrammeRoutes(store: store, pages: pages, rendered: rendered, shelf: shelf, listings: listings)
            .add(to: router)
        signUps.add(to: router)
        DayRoutes(store: store, pages: pages, gate: gate).add(to: router)
        let desk = StaffDesk(store: store, pages: pages, key: key, publicURL: configuration.publicURL)
        TicketRoutes(store: store, pages: pages, key: key, gate: gate, desk: desk).add(to: router)
        SwitchRoutes(store: store, pages: pages, key: key, gate: gate).add(to: router)
        LetterRoutes(store: store, pages: pages, gate: gate).add(to: router)
        AddressRoutes(store: store, pages: pages, key: key, gate: gate).add(to: router)
        try APIRoutes(store: store, pages: rendered, shelf: shelf, key: key).add(to: router)
        // Apart, so that whoever tries every filter of a calendar pushes no page out.
        let machines = PageCache()
        OpenDataRoutes(
            store: store, pages: pages, rendered: machines, shelf: shelf, origin: configuration.publicURL.origin
        ).add(to: router)
        CalendarRoutes(
            store: store, rendered: machines, listings: listings, publicURL: configuration.publicURL
        ).add(to: router)
        FeedRoutes(
            store: store, rendered: machines, listings: listings, publicURL: configuration.publicURL
        ).add(to: router)
        EmbedRoutes(store: store, pages: pages, rendered: machines, listings: listings).add(to: router)
        HealthRoutes(
            store: store, certificate: { HealthRoutes.Part(certificates.status) },
            mail: { HealthRoutes.Part(status: isMailWorking() ? .ok : .degraded) },
            nights: nights
        ).add(to: router)
        PolicyReportRoutes().add(to: router)
        let staff = StaffRouter(router: router, desk: desk)
        LoginRoutes(desk: desk, gate: gate, limitsAddresses: configuration.limitsAddresses).add(to: staff)
        ConfirmRoutes(desk: desk, limitsAddresses: configuration.limitsAddresses).add(to: staff)
        StaffRoutes(desk: desk).add(to: staff)
        DeskRoutes(desk: desk).add(to: staff)
        PeopleRoutes(desk: desk).add(to: staff)
        SignUpStepRoutes(desk: desk).add(to: staff)
        DeskSignUpRoutes(desk: desk).add(to: staff)
        SessionPeopleRoutes(desk: desk).add(to: staff)
        MessageRoutes(desk: desk).add(to: staff)
        HostLetterRoutes(desk: desk).add(to: staff)
        ExportRoutes(desk: desk).add(to: staff)
        LinkRoutes(desk: desk, gate: gate).add(to: staff)
        OwnAccountRoutes(desk: desk, limitsAddresses: configuration.limitsAddresses).add(to: staff)
        FactorRoutes(desk: desk, limitsAddresses: configuration.limitsAddresses).add(to: staff)
        AccountRoutes(desk: desk).add(to: staff)
        RecordRoutes(desk: desk).add(to: staff)
        DoorRoutes(desk: desk).add(to: staff)
        DoorCalls(desk: desk).add(to: staff)
        BoardRoutes(desk: desk).add(to: staff)
        CapacityRoutes(desk: desk).add(to: staff)
        return router
    }
}

extension HealthRoutes.Part {
    /// A certificate that is about to end, or whose files can't be read any more, still serves.
    fileprivate init(_ status: CertificateStore.Status) {
        let isFine = status.problem == nil && status.isValid() && status.daysLeft() >= CertificateStore.warningDays
        self.init(status: isFine ? .ok : .degraded)
    }
}
