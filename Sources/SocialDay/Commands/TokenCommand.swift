internal import ArgumentParser
internal import Foundation
internal import Postgres
internal import Registration
internal import RegistrationStore

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Makes, lists and revokes API tokens.",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes a token and prints it, once.")

        @OptionGroup var database: DatabaseOptions

        @Option(help: "What the token is known by in lists.")
        var name: String

        @Option(
            name: .customLong("scope"), parsing: .upToNextOption,
            help: "What it may do: \(Scope.allCases.map(\.rawValue).joined(separator: ", ")).")
        var scopes: [Scope]

        func validate() throws {
            if name.trimmingCharacters(in: .whitespaces).isEmpty { throw ValidationError("--name is empty") }
            if scopes.isEmpty { throw ValidationError("--scope is missing") }
        }

        func run() async throws {
            let token = APIToken.random()
            do {
                try await database.withSession(role: .admin) { session in
                    try await Administration(session: session).createToken(token, name: name, scopes: scopes)
                }
            } catch let error as PostgresError where error.sqlState == "23505" {
                throw ValidationError("there is a token named '\(name)' already; revoke it or choose another name")
            }
            print(token.text)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the tokens; their texts are known to nobody.")

        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let tokens = try await database.withSession(role: .admin) { session in
                try await Administration(session: session).tokens()
            }
            if tokens.isEmpty { print("There is no token.") }
            for token in tokens {
                let end = token.revokedAt.map { ", revoked \($0.formatted(.iso8601))" } ?? ""
                print(
                    "\(token.name)  \(token.scopes.joined(separator: " "))  made \(token.createdAt.formatted(.iso8601))\(end)"
                )
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revokes a token; within ten seconds nobody accepts it.")

        @OptionGroup var database: DatabaseOptions

        @Argument(help: "The token's name.")
        var name: String

        func run() async throws {
            let existed = try await database.withSession(role: .admin) { session in
                try await Administration(session: session).revokeToken(name: name)
            }
            guard existed else { throw ValidationError("there is no live token named '\(name)'") }
            print("Revoked '\(name)'.")
        }
    }
}
