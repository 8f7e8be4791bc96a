internal import ArgumentParser
internal import ServiceLifecycle
internal import UnixSignals
internal import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Runs the service on a private PostgreSQL, with a programme to look at.",
        discussion: "Everything lies in DIR and stays for the next start. Stop with Ctrl-C.")

    @Option(help: "Where the data lies.")
    var data = ".socialday"

    @Option(help: "The port to serve HTTPS on; otherwise that of SOCIALDAY_LISTEN, or 8443.")
    var port: Int?

    @Flag(help: "Without the demo's programme.")
    var empty = false

    @Option(help: "A file of NAME=value settings; the environment goes before it.")
    var config: String?

    func validate() throws {
        if let port, !(1...65_535).contains(port) {
            throw ValidationError("--port \(port) is not a port: it must be 1 to 65535")
        }
    }

    func run() async throws {
        let settings = try Settings.load(file: config)
        let logger = Log.make(level: settings.logLevel)
        let folder = DemoFolder(path: data)
        try folder.prepare()
        let demo = DemoService(
            settings: settings, listen: listenAddress(settings), folder: folder, isEmpty: empty,
            server: folder.server(logger: logger), logger: logger)
        try await ServiceGroup(
            configuration: .init(
                services: [.init(service: demo, successTerminationBehavior: .gracefullyShutdownGroup)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
    }

    /// A demo is for this machine alone, unless it is told otherwise. `localhost` is the first address that the system
    /// gives for the name; who asks for the name, as the certificate and the service want it, is led there too.
    private func listenAddress(_ settings: Settings) -> ListenAddress {
        let known = settings.listen ?? ListenAddress(host: "localhost", port: 8443)
        return ListenAddress(host: known.host, port: port ?? known.port)
    }
}
