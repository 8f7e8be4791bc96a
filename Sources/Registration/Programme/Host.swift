/// The organisation that runs a session.
public struct Host: Hashable, Sendable {
    public let name: String
    public let legalForm: LegalForm

    public init(name: String, legalForm: LegalForm) {
        self.name = name
        self.legalForm = legalForm
    }
}

/// The kinds of organisation that the social economy is made of.
public enum LegalForm: String, CaseIterable, Codable, Hashable, Sendable {
    case association
    case cooperative
    /// A work-integration company.
    case workIntegration = "work_integration"
    /// An adapted company: most of its staff live with a disability.
    case adaptedCompany = "adapted_company"
    /// A company with a social purpose.
    case socialCompany = "social_company"
}
