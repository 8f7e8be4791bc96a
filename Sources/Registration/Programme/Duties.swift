/// What the law asks an organiser to say about an edition (GDPR, article 13; RGAA 4.1). `nil`: not stated yet; pages then
/// say that, and invent nothing.
public struct Duties: Hashable, Sendable {
    /// Who answers for the personal data, and where to write to.
    public var controllerName: String?
    public var controllerAddress: String?
    /// The data protection officer's: mail or post.
    public var officerAddress: String?
    public var legalBasis: LegalBasis?
    /// What stands behind it, such as a decision's number.
    public var legalBasisNote: Localized?
    /// How long everything about people is kept after the last day, at most.
    public var retentionMonths = 3
    /// How long what they said they need is kept after the last day: it can reveal health.
    public var needsRetentionDays = 7
    /// How long those who got no place, or gave it back, are kept after the last day.
    public var waitingRetentionMonths = 1
    public var conformity: Conformity?
    public var auditedOn: CalendarDay?
    /// What is known not to be accessible.
    public var accessibilityGaps: Localized?
    /// Where to write when something can't be used: mail, telephone or web address.
    public var accessibilityContact: String?

    public static let retentionMonthsAllowed = 1...36
    public static let needsRetentionDaysAllowed = 1...31
    public static let waitingRetentionMonthsAllowed = 1...36

    public init() {}
}

/// Why the data may be used (GDPR, article 6(1)).
public enum LegalBasis: String, CaseIterable, Hashable, Sendable {
    /// e
    case publicTask = "public_task"
    /// f
    case legitimateInterest = "legitimate_interest"
    /// a
    case consent
}

/// How much of the RGAA a site meets: at least half of the criteria for `partial`.
public enum Conformity: String, CaseIterable, Hashable, Sendable {
    case notConforming = "none"
    case partial, full
}
