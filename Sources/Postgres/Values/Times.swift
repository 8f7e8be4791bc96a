public import Foundation

// The server counts microseconds, and days, from the start of 2000 (UTC). `Date` counts from the start of 2001.
private let secondsFrom2000To2001: Double = 366 * 86_400

/// An instant, as timestamptz: to the microsecond. `infinity` and `-infinity` are `distantFuture` and `distantPast`.
extension Date: PostgresValue {
    public static var postgresType: PostgresType { .timestamptz }
    public static var postgresArrayType: PostgresType { .timestamptzArray }

    public func encode(into buffer: inout PostgresBuffer) {
        let microseconds = ((timeIntervalSinceReferenceDate + secondsFrom2000To2001) * 1_000_000).rounded()
        switch self {
        case .distantFuture: buffer.append(Int64.max)
        case .distantPast: buffer.append(Int64.min)
        // Out of the type's range, so that the server refuses it.
        default: buffer.append(Int64(exactly: microseconds) ?? (Int64.max - 1))
        }
    }

    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> Date {
        guard type == .timestamptz, let microseconds = bytes.integer(as: Int64.self) else {
            throw mismatch(type, bytes)
        }
        switch microseconds {
        case .max: return .distantFuture
        case .min: return .distantPast
        default:
            let (seconds, fraction) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
            return Date(
                timeIntervalSinceReferenceDate: Double(seconds) - secondsFrom2000To2001 + Double(fraction) / 1_000_000)
        }
    }
}

/// A day of the proleptic Gregorian calendar, without time or zone: SQL's `date`.
public struct PostgresDate: Sendable, Hashable, Comparable {
    /// Counted astronomically: 0 is 1 BC.
    public let year: Int
    /// From 1.
    public let month: Int
    /// From 1.
    public let day: Int

    /// Nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (-4713...5_874_897).contains(year) else { return nil }
        self.init(daysSince2000: Self.daysSince2000(year, month, day))
        guard self.year == year, self.month == month, self.day == day else { return nil }
    }

    public static func < (left: PostgresDate, right: PostgresDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years start in March, eras have 400 years.
    private static let daysFromEraTo2000 = 730_425

    private static func daysSince2000(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - daysFromEraTo2000
    }

    var daysSince2000: Int { Self.daysSince2000(year, month, day) }

    init(daysSince2000: Int) {
        let days = daysSince2000 + Self.daysFromEraTo2000
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

extension PostgresDate: LosslessStringConvertible {
    /// From `2026-12-05`.
    public init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], description.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39) ~= $0 }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// As `2026-12-05`, ISO 8601.
    public var description: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number.magnitude)
            return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension PostgresDate: PostgresValue {
    public static var postgresType: PostgresType { .date }
    public static var postgresArrayType: PostgresType { .dateArray }

    public func encode(into buffer: inout PostgresBuffer) { buffer.append(Int32(daysSince2000)) }

    public static func decode(_ bytes: RawSpan, as type: PostgresType) throws(PostgresError) -> PostgresDate {
        // The ends of the range mean -infinity and infinity, which no calendar has.
        guard type == .date, let days = bytes.integer(as: Int32.self), days != .min, days != .max else {
            throw mismatch(type, bytes)
        }
        return PostgresDate(daysSince2000: Int(days))
    }
}
