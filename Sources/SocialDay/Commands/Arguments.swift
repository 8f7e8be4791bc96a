// Conformances of public types are public, and so must be what they conform to.
public import ArgumentParser
public import Export
public import Registration

extension CalendarDay: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Scope: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument) }
}

extension CSVDialect: ExpressibleByArgument {}

extension StaffRole: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

extension LegalBasis: ExpressibleByArgument {}

extension Conformity: ExpressibleByArgument {}

extension EmailAddress: ExpressibleByArgument {
    public init?(argument: String) {
        guard let address = try? EmailAddress(argument) else { return nil }
        self = address
    }
}
