internal import ArgumentParser
internal import Foundation
internal import Registration
internal import RegistrationStore

extension EditionCommand {
    struct Describe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "States what the law asks of the organiser: who answers for the data, how long it is kept, "
                + "how accessible the site is.",
            discussion: "What is not given stays as it is; an empty text ('') takes a statement back. The privacy and "
                + "accessibility pages, the forms and every footer show it.")

        @OptionGroup var database: DatabaseOptions

        @Option(help: "The edition's number, as 'list' shows it; otherwise the current one.")
        var edition: Int64?

        @Option(help: "Who answers for the personal data: the organisation's name.")
        var controller: String?

        @Option(help: "The postal or mail address of that organisation.")
        var controllerAddress: String?

        @Option(help: "The data protection officer's address, postal or mail.")
        var officer: String?

        @Option(help: "Why the data may be used (GDPR, article 6): public_task, legitimate_interest or consent.")
        var legalBasis: LegalBasis?

        @Option(help: "What stands behind it, in French; with --legal-basis-note-en.")
        var legalBasisNoteFr: String?

        @Option(help: "The same in English.")
        var legalBasisNoteEn: String?

        @Option(help: "For how many months after the last day everything about people is kept.")
        var retentionMonths: Int?

        @Option(help: "For how many days after the last day what people need is kept.")
        var needsRetentionDays: Int?

        @Option(help: "For how many months after the last day those without a place are kept.")
        var waitingRetentionMonths: Int?

        @Option(help: "How much of the RGAA the site meets: none, partial or full.")
        var accessibility: Conformity?

        @Option(help: "The day of the audit that says so, as YYYY-MM-DD.")
        var audited: CalendarDay?

        @Option(help: "What is known not to be accessible, in French; with --accessibility-gaps-en.")
        var accessibilityGapsFr: String?

        @Option(help: "The same in English.")
        var accessibilityGapsEn: String?

        @Option(help: "Whom to tell about a difficulty: a mail or web address, or a telephone number.")
        var accessibilityContact: String?

        func validate() throws {
            try requirePair("--legal-basis-note", legalBasisNoteFr, legalBasisNoteEn)
            try requirePair("--accessibility-gaps", accessibilityGapsFr, accessibilityGapsEn)
            try require(retentionMonths, in: Duties.retentionMonthsAllowed, "--retention-months")
            try require(needsRetentionDays, in: Duties.needsRetentionDaysAllowed, "--needs-retention-days")
            try require(
                waitingRetentionMonths, in: Duties.waitingRetentionMonthsAllowed, "--waiting-retention-months")
        }

        func run() async throws {
            let described = try await database.withSession(role: .admin) { session in
                let administration = Administration(session: session)
                let listed = try await administration.editions().first { listed in
                    edition.map { $0 == listed.edition.id } ?? listed.isCurrent
                }
                guard let known = listed?.edition else { return nil as Edition.ID? }
                return try await administration.describeEdition(known.id, changed(known.duties)) ? known.id : nil
            }
            guard let described else {
                throw ValidationError(
                    edition.map { "there is no edition \($0); 'socialday edition list' shows them" }
                        ?? "there is no edition yet: 'socialday edition create --date YYYY-MM-DD' makes one")
            }
            print("Edition \(described) is described.")
        }

        private func changed(_ known: Duties) -> Duties {
            var duties = known
            Self.change(&duties.controllerName, to: controller)
            Self.change(&duties.controllerAddress, to: controllerAddress)
            Self.change(&duties.officerAddress, to: officer)
            Self.change(&duties.accessibilityContact, to: accessibilityContact)
            Self.change(&duties.legalBasisNote, to: legalBasisNoteFr, legalBasisNoteEn)
            Self.change(&duties.accessibilityGaps, to: accessibilityGapsFr, accessibilityGapsEn)
            duties.legalBasis = legalBasis ?? known.legalBasis
            duties.retentionMonths = retentionMonths ?? known.retentionMonths
            duties.needsRetentionDays = needsRetentionDays ?? known.needsRetentionDays
            duties.waitingRetentionMonths = waitingRetentionMonths ?? known.waitingRetentionMonths
            duties.conformity = accessibility ?? known.conformity
            duties.auditedOn = audited ?? known.auditedOn
            return duties
        }

        private static func change(_ text: inout String?, to given: String?) {
            guard let given = given?.trimmingCharacters(in: .whitespacesAndNewlines) else { return }
            text = given.isEmpty ? nil : given
        }

        private static func change(_ text: inout Localized?, to french: String?, _ english: String?) {
            guard let french, let english else { return }
            text = french.isEmpty ? nil : Localized(french: french, english: english)
        }

        private func requirePair(_ option: String, _ french: String?, _ english: String?) throws {
            guard french.map(\.isEmpty) == english.map(\.isEmpty) else {
                throw ValidationError("\(option)-fr and \(option)-en go together: the pages are in both languages")
            }
        }

        private func require(_ value: Int?, in range: ClosedRange<Int>, _ option: String) throws {
            guard value.map(range.contains) ?? true else {
                throw ValidationError("\(option) must be \(range.lowerBound) to \(range.upperBound)")
            }
        }
    }
}
