internal import ArgumentParser
internal import Foundation
internal import Postgres
internal import Registration
internal import RegistrationStore

struct NoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "Puts up, lists and clears the organiser's notices.",
        subcommands: [Set.self, List.self, Clear.self])

    /// What a notice is about.
    struct SubjectOptions: ParsableArguments {
        @Option(help: "The slug of the venue that it is about.")
        var venue: String?

        @Option(help: "The slug of the session that it is about; neither: the whole edition.")
        var session: String?

        func validate() throws {
            if venue != nil, session != nil {
                throw ValidationError(
                    "a notice is about a venue or a session, not both: give one of --venue, --session")
            }
        }

        var subject: Notice.Subject {
            venue.map { .venue(slug: $0) } ?? session.map { .session(slug: $0) } ?? .edition
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts up a notice on every page concerned, in place of the one that stood there.")

        @OptionGroup var database: DatabaseOptions
        @OptionGroup var about: SubjectOptions

        @Option(name: .customLong("fr"), help: "The text in French.")
        var french: String

        @Option(name: .customLong("en"), help: "The text in English.")
        var english: String

        @Option(help: "When it begins to stand, as YYYY-MM-DDTHH:MM in the edition's time zone; left out: now.")
        var since: String?

        @Option(help: "When it is taken down; left out: when it is cleared.")
        var until: String?

        func validate() throws {
            for (option, text) in [("--fr", french), ("--en", english)] {
                guard (1...Notice.textLimit).contains(text.trimmed.unicodeScalars.count) else {
                    throw ValidationError("\(option) has to have 1 to \(Notice.textLimit) characters")
                }
            }
        }

        func run() async throws {
            let setting = try await database.withSession(role: .admin) { session in
                let administration = Administration(session: session)
                let zone = try await administration.currentEdition()?.timeZone ?? .gmt
                let since = try LocalTime.argument(since, of: "--since", in: zone)
                let until = try LocalTime.argument(until, of: "--until", in: zone)
                guard until ?? .distantFuture > since ?? .now else {
                    throw ValidationError("--until is not after --since, or past already")
                }
                return try await administration.setNotice(
                    Localized(french: french.trimmed, english: english.trimmed), about: about.subject, since: since,
                    until: until)
            }
            switch setting {
            case .set: print("The notice about \(about.subject.words) is up.")
            case .outdated: throw ValidationError("somebody else has just changed it: look at it and try again")
            case .noEdition: throw ValidationError("there is no edition yet: 'socialday edition create' makes one")
            case .unknownVenue: throw ValidationError("there is no venue '\(about.venue ?? "")'")
            case .unknownSession: throw ValidationError("there is no session '\(about.session ?? "")'")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the notices of the current edition.")

        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let notices = try await database.withSession(role: .admin) { session in
                try await Administration(session: session).notices()
            }
            if notices.isEmpty { print("There is no notice.") }
            for notice in notices {
                let until = notice.until.map { " until \($0.formatted(.iso8601))" } ?? ""
                print("\(notice.subject.words)  since \(notice.since.formatted(.iso8601))\(until)")
                print("  fr  \(notice.text.french)\n  en  \(notice.text.english)")
            }
        }
    }

    struct Clear: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Takes a notice down.")

        @OptionGroup var database: DatabaseOptions
        @OptionGroup var about: SubjectOptions

        func run() async throws {
            let existed = try await database.withSession(role: .admin) { session in
                try await Administration(session: session).clearNotice(about: about.subject)
            }
            guard existed else { throw ValidationError("there is no notice about \(about.subject.words)") }
            print("The notice about \(about.subject.words) is down.")
        }
    }
}

extension Notice.Subject {
    fileprivate var words: String {
        switch self {
        case .edition: "the whole edition"
        case .venue(let slug): "the venue '\(slug)'"
        case .session(let slug): "the session '\(slug)'"
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
