internal import ArgumentParser
internal import Foundation
internal import Postgres
internal import Registration
internal import RegistrationStore

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Makes, lists, disables and resets the accounts of the staff.",
        subcommands: [UserAdd.self, UserList.self, UserDisable.self, UserReset.self, UserCode.self])
}

struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Makes an account and mails an invitation to it, or gives it the password on standard input.")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "The address that it logs in with.")
    var email: EmailAddress

    @Option(help: "What it may do: \(StaffRole.ofAccounts.map(\.rawValue).joined(separator: ", ")).")
    var role: StaffRole

    @Option(
        name: .customLong("venue"), parsing: .upToNextOption, help: "The slugs of the venues of a venue manager.")
    var venues: [String] = []

    @Option(help: "The language of its pages and mails, fr or en.")
    var language = Language.french

    @Flag(help: "Reads the password, one line, from standard input.")
    var passwordStdin = false

    func validate() throws {
        if !StaffRole.ofAccounts.contains(role) {
            throw ValidationError("--role \(role.rawValue) is for whoever holds a door link; no account has it")
        }
    }

    func run() async throws {
        let hash = passwordStdin ? try await PasswordInput.hash(of: email) : nil
        let account = NewAccount(email: email, role: role, venues: venues, language: language, password: hash)
        let (outcome, _) = try await database.withSession(role: .admin) { session in
            try await Administration(session: session).addAccount(account)
        }
        switch outcome {
        case .added: print(hash == nil ? "Added; an invitation goes there by mail." : "Added.")
        case .known: throw ValidationError("there is an account under this address already")
        case .unknownVenue: throw ValidationError("one of these venues is not known; 'import venues' makes them")
        case .venuesNeeded: throw ValidationError("a venue manager has venues: give --venue SLUG")
        case .noVenues: throw ValidationError("--venue is for venue managers; the others see all venues")
        }
    }
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the accounts.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let accounts = try await database.withSession(role: .admin) { session in
            try await Administration(session: session).accounts()
        }
        if accounts.isEmpty { print("There is no account.") }
        for account in accounts {
            var marks = account.venues
            if !account.hasPassword { marks.append("no password yet") }
            if !account.hasFactor { marks.append("no second factor yet") }
            if let end = account.disabledAt { marks.append("disabled \(end.formatted(.iso8601))") }
            print("\(account.email)  \(account.role.rawValue)  \(marks.joined(separator: ", "))")
        }
    }
}

struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Shuts an account out, at once.")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "The account's address.")
    var email: EmailAddress

    func run() async throws {
        let change = try await database.withSession(role: .admin) { session in
            let administration = Administration(session: session)
            return try await administration.disableAccount(try await administration.id(of: email))
        }
        guard change == .done else {
            throw ValidationError("it is the last administrator: nobody could manage accounts any more")
        }
        print("Disabled.")
    }
}

struct UserReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "For a lost password or telephone: ends logins and second factor, and mails a link.",
        discussion: "With --password-stdin the new password is the line on standard input, and no link is mailed.")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "The account's address.")
    var email: EmailAddress

    @Flag(help: "Reads the new password, one line, from standard input.")
    var passwordStdin = false

    func run() async throws {
        let hash = passwordStdin ? try await PasswordInput.hash(of: email) : nil
        let change = try await database.withSession(role: .admin) { session in
            let administration = Administration(session: session)
            return try await administration.resetAccount(try await administration.id(of: email), password: hash)
        }
        guard change == .done else { throw ValidationError("the account is disabled") }
        print(hash == nil ? "Reset; a link to choose a password goes there by mail." : "Reset.")
    }
}

struct UserCode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "Prints the one-time code of an account of a demo.",
        discussion: "A telephone shows the same once the account's second factor was set up there.")

    /// For how many seconds a code that is printed opens at least: a code is good for one step after its own.
    private static let timeToType: TimeInterval = 15

    @Option(help: "A file of NAME=value settings; the environment goes before it.")
    var config: String?

    @Option(help: "The folder of the demo.")
    var data: String

    @Option(help: "The account's address.")
    var email: EmailAddress

    func run() async throws {
        var database = DatabaseOptions()
        (database.config, database.data) = (config, data)
        let account = try await database.withSession(role: .admin) { session in
            try await Administration(session: session).loginAccount(email)
        }
        guard let account else { throw ValidationError("there is no such account, or it is disabled") }
        let settings = try database.settings()
        let key = try SecretFile.read(path: settings.secretFile ?? DemoFolder(path: data).secret.path)
        let code = OneTimeCode(account: account.id, version: account.factorVersion, key: key)
        // Each opens once: whoever asks again at once gets one that was not used, and a fourth one within a minute waits for it.
        let step = max(OneTimeCode.step(at: Date() + Self.timeToType) - 1, account.factorStep + 1)
        let early = TimeInterval(step - 1) * OneTimeCode.stepLength - Date().timeIntervalSince1970
        if early > 0 { try await Task.sleep(for: .seconds(early)) }
        print(code.code(step: step))
    }
}

extension Administration {
    /// - Throws: `ValidationError` where there is no account under the address.
    fileprivate func id(of email: EmailAddress) async throws -> UUID {
        let known = try await accounts().first { $0.email.lowercased() == email.text.lowercased() }
        guard let known else { throw ValidationError("there is no account under this address") }
        return known.id
    }
}

/// A password on standard input: never an argument, which other users of the machine can read.
enum PasswordInput {
    static func hash(of email: EmailAddress) async throws -> PasswordHash {
        do {
            return try await PasswordDesk.shared.hash(PlainPassword(readLine() ?? "", email: email.text).text)
        } catch PlainPassword.Problem.tooShort {
            throw ValidationError("a password has at least \(PlainPassword.shortest) characters")
        } catch PlainPassword.Problem.known {
            throw ValidationError(
                "everybody tries this password first; take a few words that have nothing to do with each other")
        } catch PlainPassword.Problem.tooLong {
            throw ValidationError("a password has at most \(PlainPassword.longest) bytes")
        }
    }
}
