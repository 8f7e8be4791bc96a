import Foundation
import Subprocess
import SystemPackage

/// PostgreSQL's programs of one version, run as the account that owns the data.
struct Programs: Sendable {
    private let directory: String
    private let account: Account

    /// - Parameter version: the major version that made the data, as in its file `PG_VERSION`; nil for the newest.
    init(version: String?, account: Account) throws(PostgresServerError) {
        self.account = account
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let candidates =
            Self.debianDirectories(version) + (path + ["/usr/pgsql/bin", "/usr/local/pgsql/bin", "/usr/bin"])
        let found = candidates.first {
            access("\($0)/pg_ctl", X_OK) == 0 && access("\($0)/initdb", X_OK) == 0
        }
        guard let found else {
            throw PostgresServerError(
                .notInstalled,
                "PostgreSQL\(version.map { " \($0)" } ?? "") is not installed: "
                    + "no pg_ctl in \(candidates.joined(separator: ", ")); "
                    + "install it (on Debian: apt-get install postgresql\(version.map { "-\($0)" } ?? ""))")
        }
        directory = found
    }

    /// Debian keeps each major version apart, and off the PATH.
    private static func debianDirectories(_ version: String?) -> [String] {
        let root = "/usr/lib/postgresql"
        if let version { return ["\(root)/\(version)/bin"] }
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.compactMap(Int.init).sorted(by: >).map { "\(root)/\($0)/bin" }
    }

    /// Runs a program to its end, in a directory that the account can enter.
    func run(
        _ program: String, _ arguments: [String], in workingDirectory: String = "/"
    ) async throws(PostgresServerError) -> Outcome {
        try await Self.run("\(directory)/\(program)", arguments, as: account, in: workingDirectory)
    }

    struct Outcome {
        let succeeded: Bool
        let output: String
    }

    /// Runs to the end even where the task is cancelled: a server half started would be nobody's.
    static func run(
        _ path: String, _ arguments: [String], as account: Account, in workingDirectory: String = "/"
    ) async throws(PostgresServerError) -> Outcome {
        var options = PlatformOptions()
        options.createSession = true
        // Not by `options.userID`: glibc's setuid, called between clone and exec, waits for those of this process's threads
        // that are just starting, and the child has none of them (swift-subprocess 1.0.2 then waits for ever).
        let command =
            account.isOther
            ? [
                "/usr/bin/setpriv", "--reuid=\(account.userID)", "--regid=\(account.groupID)", "--clear-groups", "--",
                path,
            ] : [path]
        let task = Task { [options] in
            try await Subprocess.run(
                .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst()) + arguments),
                environment: .inherit.updating(["LC_ALL": "C.UTF-8"]),
                // Where the account can be, unlike perhaps this process's own.
                workingDirectory: FilePath(workingDirectory), platformOptions: options, output: .string(limit: 65_536),
                error: .combinedWithOutput)
        }
        do {
            let result = try await task.value
            return Outcome(
                succeeded: result.terminationStatus.isSuccess,
                output: result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines))
        } catch {
            throw PostgresServerError(
                .notInstalled,
                "\(path) can't be run by \(command[0]): \(error); check that both are installed and may be run")
        }
    }
}
