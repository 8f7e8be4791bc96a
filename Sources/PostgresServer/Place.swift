import Foundation

/// Where a server's files are: its data, its log and its socket.
struct Place: Sendable, Hashable {
    /// Holds `data` and `log`.
    let directory: String
    let socketDirectory: String

    var data: String { directory + "/data" }
    var log: String { directory + "/log" }

    /// A socket's path fits in 107 bytes (`sockaddr_un`), of which `/.s.PGSQL.5432` takes 14.
    static let longestSocketDirectory = 90

    /// Finds the place remembered in a directory, or chooses and remembers one: the directory itself, or another where
    /// the account can't enter it.
    static func find(for directory: String, logger log: (String) -> Void) async throws(PostgresServerError) -> (
        Place, Account
    ) {
        let remembered = Elsewhere(rememberedIn: directory)
        var elsewhere = remembered ?? Elsewhere()
        let account = try Account.forData(at: elsewhere.place(for: directory).data)
        if elsewhere.directory == nil, !(try await account.canEnter(directory)) {
            guard FileStatus(directory + "/data") == nil else {
                throw PostgresServerError(
                    .directory,
                    "\(account.name) can't enter \(directory), where its data are; let it pass, or move the directory")
            }
            let other = try privateDirectory(in: ["/var/lib", "/var/tmp", "/tmp"], for: account)
            log("\(account.name) can't enter \(directory); PostgreSQL's data are in \(other)")
            elsewhere.directory = other
        }
        let socketDirectory = elsewhere.place(for: directory).socketDirectory
        // PostgreSQL takes a comma for the end of a path.
        if socketDirectory.utf8.count > longestSocketDirectory || socketDirectory.contains(",") {
            let runtime = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"].map { [$0] } ?? []
            elsewhere.socketDirectory = try privateDirectory(
                in: account.isOther ? ["/run", "/tmp"] : runtime + ["/tmp"], for: account)
        }
        if elsewhere != remembered { try elsewhere.remember(in: directory) }
        let place = elsewhere.place(for: directory)
        if place.directory != directory { try makeDirectory(place.directory, for: account) }
        try makeDirectory(place.socketDirectory, for: account)
        return (place, account)
    }

    /// What `find` remembered, where it did.
    static func remembered(in directory: String) -> Place? {
        Elsewhere(rememberedIn: directory)?.place(for: directory)
    }

    /// Makes a new directory under a name that nobody can have taken before.
    private static func privateDirectory(
        in candidates: [String], for account: Account
    ) throws(PostgresServerError) -> String {
        for candidate in candidates where access(candidate, W_OK | X_OK) == 0 {
            let path = "\(candidate)/postgres-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
            if mkdir(path, 0o700) == 0 {
                try give(path, to: account)
                return path
            }
        }
        throw PostgresServerError(.directory, "no directory can be made in \(candidates.joined(separator: ", "))")
    }

    /// Makes a directory unless it is there; with an account, one that is its alone.
    static func makeDirectory(_ path: String, for account: Account?) throws(PostgresServerError) {
        do {
            let attributes: [FileAttributeKey: Any]? = account == nil ? nil : [.posixPermissions: 0o700]
            if FileStatus(path, followingLinks: account == nil) == nil {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true, attributes: attributes)
                if let account { try give(path, to: account) }
            }
        } catch let error as PostgresServerError {
            throw error
        } catch {
            throw PostgresServerError(.directory, "\(path) can't be made: \(error.localizedDescription)")
        }
        guard let status = FileStatus(path, followingLinks: account == nil), status.isDirectory else {
            throw PostgresServerError(.directory, "\(path) is not a directory")
        }
        // Whoever could write there could stand in for the server, or read what is said to it.
        if let account, status.owner != account.userID || status.permissions & 0o077 != 0 {
            throw PostgresServerError(.directory, "\(path) must belong to \(account.name) alone (mode 0700)")
        }
    }

    private static func give(_ path: String, to account: Account) throws(PostgresServerError) {
        guard !account.isOther || chown(path, account.userID, account.groupID) == 0 else {
            throw PostgresServerError(
                .directory, "\(path) can't be given to \(account.name): \(String(cString: strerror(errno)))")
        }
    }
}

/// What of a server is not in its directory, kept there in a file. Only that, so that a directory can be moved.
private struct Elsewhere: Codable, Hashable {
    var directory: String?
    var socketDirectory: String?

    init() {}

    /// Nil where nothing that can be read was remembered.
    init?(rememberedIn directory: String) {
        guard let text = FileManager.default.contents(atPath: directory + "/place.json"),
            let remembered = try? JSONDecoder().decode(Self.self, from: text)
        else { return nil }
        self = remembered
    }

    func place(for directory: String) -> Place {
        let home = self.directory ?? directory
        return Place(directory: home, socketDirectory: socketDirectory ?? home + "/socket")
    }

    func remember(in directory: String) throws(PostgresServerError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes]
        let file = directory + "/place.json"
        guard let text = try? encoder.encode(self), (try? text.write(to: URL(filePath: file), options: .atomic)) != nil
        else { throw PostgresServerError(.directory, "\(file) can't be written") }
    }
}

extension Account {
    /// Whether every directory on the way can be passed; tried out, since more than permission bits decides it.
    func canEnter(_ directory: String) async throws(PostgresServerError) -> Bool {
        guard isOther else { return true }
        return try await Programs.run("/usr/bin/test", ["-x", directory + "/."], as: self).succeeded
    }
}
