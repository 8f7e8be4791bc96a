internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// A time zone's clock, read a hundred thousand times: what it asked the time zone once it remembers.
struct ZoneClock {
    /// What the clock on the wall shows.
    struct Reading {
        let year, month, day, hour, minute, second: Int
        /// Seconds east of Greenwich.
        let offset: Int
    }

    let zone: TimeZone
    private var offsets: [Int: Int] = [:]

    init(_ zone: TimeZone) { self.zone = zone }

    /// - Parameter instant: seconds since 1970.
    mutating func read(_ instant: Int) -> Reading {
        let offset = offset(at: instant)
        var wall = instant + offset
        var parts = tm()
        gmtime_r(&wall, &parts)
        return Reading(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec), offset: offset)
    }

    /// Clocks are put forward and back at quarters of an hour.
    private mutating func offset(at instant: Int) -> Int {
        let quarter = instant >= 0 ? instant / 900 : (instant - 899) / 900
        if let known = offsets[quarter] { return known }
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(quarter * 900)))
        offsets[quarter] = offset
        return offset
    }
}

extension ZoneClock.Reading {
    /// `2026-11-28T10:00:00+01:00` (ISO 8601).
    func appendISO8601(to bytes: inout [UInt8]) {
        appendDate(to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        appendTime(to: &bytes)
        if offset == 0 { return bytes.append(UInt8(ascii: "Z")) }
        bytes.append(UInt8(ascii: offset < 0 ? "-" : "+"))
        Self.append(abs(offset) / 3600, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.append(abs(offset) / 60 % 60, to: &bytes)
    }

    /// `28/11/2026 10:00:00`, which a French Excel takes for a date.
    func appendFrench(to bytes: inout [UInt8]) {
        Self.append(day, to: &bytes)
        bytes.append(UInt8(ascii: "/"))
        Self.append(month, to: &bytes)
        bytes.append(UInt8(ascii: "/"))
        Self.append(year / 100, to: &bytes)
        Self.append(year % 100, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        appendTime(to: &bytes)
    }

    private func appendDate(to bytes: inout [UInt8]) {
        Self.append(year / 100, to: &bytes)
        Self.append(year % 100, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.append(month, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.append(day, to: &bytes)
    }

    private func appendTime(to bytes: inout [UInt8]) {
        Self.append(hour, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.append(minute, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.append(second, to: &bytes)
    }

    /// Two digits.
    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10))
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
