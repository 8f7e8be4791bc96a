internal import ArgumentParser
internal import Foundation
internal import Registration
internal import RegistrationStore

struct EditionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition", abstract: "Creates, describes and lists editions, and says which one is current.",
        subcommands: [Create.self, Describe.self, List.self, Use.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Creates an edition; the first one becomes current.")

        @OptionGroup var database: DatabaseOptions

        @Option(help: "The day, as YYYY-MM-DD.")
        var date: CalendarDay

        @Option(help: "The last day, for an edition of several.")
        var lastDay: CalendarDay?

        @Option(help: "The time zone; left out: Europe/Paris.", transform: timeZone)
        var timeZone = Edition.usualTimeZone

        @Option(help: "When sign-ups open, as YYYY-MM-DDTHH:MM in the time zone.")
        var opens: String?

        @Option(help: "When sign-ups close at the latest; each session's close an hour before it starts.")
        var closes: String?

        func run() async throws {
            if let lastDay, lastDay < date { throw ValidationError("--last-day \(lastDay) is before --date \(date)") }
            let opensAt = try LocalTime.argument(opens, of: "--opens", in: timeZone)
            let closesAt = try LocalTime.argument(closes, of: "--closes", in: timeZone)
            if let opensAt, let closesAt, closesAt <= opensAt { throw ValidationError("--closes is not after --opens") }
            let (id, current) = try await database.withSession(role: .admin) { session in
                let administration = Administration(session: session)
                let id = try await administration.createEdition(
                    firstDay: date, lastDay: lastDay ?? date, timeZone: timeZone, opensAt: opensAt, closesAt: closesAt)
                return (id, try await administration.currentEdition()?.id)
            }
            let isOther = current != id
            print("Created edition \(id) on \(date)\(isOther ? "; 'edition use \(id)' makes it the current one" : "").")
        }

        private static func timeZone(_ name: String) throws -> TimeZone {
            guard let zone = TimeZone(identifier: name) else {
                throw ValidationError("there is no time zone '\(name)'; write one such as Europe/Paris")
            }
            return zone
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the editions.")

        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let editions = try await database.withSession(role: .admin) { session in
                try await Administration(session: session).editions()
            }
            if editions.isEmpty {
                print("There is no edition yet: 'socialday edition create --date YYYY-MM-DD' makes one.")
            }
            for listed in editions {
                let days = listed.edition.firstDay == listed.edition.lastDay ? "" : " to \(listed.edition.lastDay)"
                let mark = listed.isCurrent ? "  current" : ""
                print(
                    "\(listed.edition.id)  \(listed.edition.firstDay)\(days)  \(listed.edition.timeZone.identifier)  \(listed.sessions.counted("session"))\(mark)"
                )
                for line in Self.duties(of: listed.edition) { print("    \(line)") }
            }
        }

        /// What the organiser has stated, a line each.
        private static func duties(of edition: Edition) -> [String] {
            let duties = edition.duties
            let unstated = "not stated yet"
            let controller = [duties.controllerName, duties.controllerAddress].compactMap { $0 }.joined(separator: ", ")
            let audit = duties.auditedOn.map { ", audited on \($0)" } ?? ", not audited"
            return [
                "controller: \(controller.isEmpty ? unstated : controller)",
                "data protection officer: \(duties.officerAddress ?? unstated)",
                "legal basis: \(duties.legalBasis?.rawValue ?? unstated)",
                "erased on \(edition.deletionDay); those without a place, on "
                    + "\(edition.withoutPlaceDeletionDay); what people need, on \(edition.needsDeletionDay)",
                "accessibility: \(duties.conformity.map { $0.rawValue + audit } ?? unstated)",
                "accessibility contact: \(duties.accessibilityContact ?? unstated)",
            ]
        }
    }

    struct Use: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes an edition the current one.")

        @OptionGroup var database: DatabaseOptions

        @Argument(help: "The edition's number, as 'list' shows it.")
        var edition: Int64

        func run() async throws {
            let exists = try await database.withSession(role: .admin) { session in
                try await Administration(session: session).useEdition(edition)
            }
            guard exists else {
                throw ValidationError("there is no edition \(edition); 'socialday edition list' shows them")
            }
            print("Edition \(edition) is current.")
        }
    }
}
