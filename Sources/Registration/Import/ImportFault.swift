/// The ways in which an import file can be wrong. Values come as they stand in the file, shortened.
public enum ImportFault: Hashable, Sendable {
    // MARK: The file

    /// At this byte, counted from 1.
    case notUTF8(byte: Int)
    case nulByte
    case openQuote
    case textBehindQuote
    case recordTooLong(kibibytes: Int)
    case empty(ImportFile.Kind)
    case headerOnly
    case header(ImportHeaderFault)
    case wrongCount(values: Int, columns: Int)
    case notEncodable

    // MARK: A value

    case missing
    case missingNumber(ClosedRange<Int>)
    case controlCharacters
    case tooLong(Int, limit: Int)
    case notASlug(String)
    case notANumber(String, ClosedRange<Int>)
    case notDegrees(String, ClosedRange<Int>)
    case notYesOrNo(String)
    case unknownCode(String, known: [String])
    case notATime(String, timeZone: String)
    case skippedTime(String, timeZone: String)
    case doubleTime(String, timeZone: String)

    // MARK: Lines among themselves

    case venueContradicts(slug: String, line: Int)
    case roomTwice(String?, slug: String, line: Int)
    case hostContradicts(String, line: Int)
    case slugTwice(String, line: Int)
    case endsBeforeStart

    // MARK: What is there already

    case unknownVenue(String)
    case roomTaken(String)
    case aboveRoom(String)
    case belowConfirmed(String)
    case belowSession(slug: String)
    case outsideEdition(String)
    case tooManyDays(String)
    /// One that this program has no words for.
    case other(code: String, detail: String)
}

/// Columns that a header lacks, does not know or has twice, and those it must and may have.
public struct ImportHeaderFault: Hashable, Sendable {
    public let missing: [String]
    public let unknown: [String]
    public let repeated: [String]
    public let required: [String]
    public let optional: [String]

    public init(
        missing: [String], unknown: [String], repeated: [String], required: [String], optional: [String]
    ) {
        self.missing = missing
        self.unknown = unknown
        self.repeated = repeated
        self.required = required
        self.optional = optional
    }
}
