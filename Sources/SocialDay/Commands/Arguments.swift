// Conformances of public types are public, and so must be what they conform to.
public import ArgumentParser
public import Export
internal import Foundation
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

extension LocalTime {
    /// The time that an option was given, if it was.
    ///
    /// - Throws: `ValidationError` where it is none.
    static func argument(_ text: String?, of option: String, in timeZone: TimeZone) throws -> Date? {
        guard let text else { return nil }
        do { return try parse(text, in: timeZone) } catch {
            throw ValidationError(
                "\(option) '\(text)' is not a time; write it as 2026-11-02T09:00, with an offset where it is not in "
                    + timeZone.identifier)
        }
    }
}
