internal import Postgres
internal import Registration

extension Duties {
    static let columns = """
        controller_name, controller_address, officer_address, legal_basis, legal_basis_note_fr, legal_basis_note_en,
        retention_months, needs_retention_days, waiting_retention_months, accessibility_status, accessibility_audited_on,
        accessibility_gaps_fr, accessibility_gaps_en, accessibility_contact
        """

    /// Reads `columns`.
    init(_ row: inout PostgresRow) throws {
        self.init()
        controllerName = try row.decode(String?.self)
        controllerAddress = try row.decode(String?.self)
        officerAddress = try row.decode(String?.self)
        legalBasis = try row.decode(String?.self).flatMap(LegalBasis.init)
        legalBasisNote = try Self.localized(&row)
        retentionMonths = Int(try row.decode(Int32.self))
        needsRetentionDays = Int(try row.decode(Int32.self))
        waitingRetentionMonths = Int(try row.decode(Int32.self))
        conformity = try row.decode(String?.self).flatMap(Conformity.init)
        auditedOn = try row.decode(PostgresDate?.self).map { try CalendarDay($0) }
        accessibilityGaps = try Self.localized(&row)
        accessibilityContact = try row.decode(String?.self)
    }

    /// Both or neither, as the table's constraints have it.
    private static func localized(_ row: inout PostgresRow) throws -> Localized? {
        let (french, english) = (try row.decode(String?.self), try row.decode(String?.self))
        guard let french, let english else { return nil }
        return Localized(french: french, english: english)
    }
}

struct DescribeEditionStatement: PostgresStatement {
    static let sql = "select api.describe_edition($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"

    let id: Edition.ID
    let duties: Duties

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(id)
        parameters.append(duties.controllerName)
        parameters.append(duties.controllerAddress)
        parameters.append(duties.officerAddress)
        parameters.append(duties.legalBasis?.rawValue)
        parameters.append(duties.legalBasisNote?.french)
        parameters.append(duties.legalBasisNote?.english)
        parameters.append(Int32(duties.retentionMonths))
        parameters.append(Int32(duties.needsRetentionDays))
        parameters.append(Int32(duties.waitingRetentionMonths))
        parameters.append(duties.conformity?.rawValue)
        parameters.append(duties.auditedOn?.postgresDate)
        parameters.append(duties.accessibilityGaps?.french)
        parameters.append(duties.accessibilityGaps?.english)
        parameters.append(duties.accessibilityContact)
    }

    /// Whether there is such an edition.
    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(Bool.self) }
}
