import Testing

@testable import Export
@testable import Registration

struct CSVDialectTests {
    private static func field(_ value: String, _ dialect: CSVDialect = .open) -> String {
        var line: [UInt8] = []
        dialect.append(value, to: &line)
        return String(decoding: line, as: UTF8.self)
    }

    @Test(
        "A value stands in quotes only where it must, with its own quotes doubled",
        arguments: [
            ("", ""), ("Zoé Martin", "Zoé Martin"), ("a;b", "a;b"), (" a ", " a "), ("a,b", #""a,b""#),
            (#"a"b"#, #""a""b""#), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), (#""""#, #""""""""#),
        ])
    func quoted(value: String, written: String) {
        #expect(Self.field(value) == written)
    }

    @Test("A quote with a combining mark behind it is doubled too")
    func combiningMark() {
        let written = Array(Self.field("a\"\u{301},b").unicodeScalars)
        #expect(written == Array("\"a\"\"\u{301},b\"".unicodeScalars))
    }

    @Test(
        "What a spreadsheet would run as a formula stays text",
        arguments: [
            ("=1+1", "'=1+1"), ("+33123456789", "'+33123456789"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("\u{0}=1", "'\u{0}=1"), ("=\u{301}1", "'=\u{301}1"),
            (#"=HYPERLINK("x","y")"#, #""'=HYPERLINK(""x"",""y"")""#),
        ])
    func formula(value: String, written: String) {
        #expect(Self.field(value) == written)
    }

    @Test("An address or a name with such a sign further in is left alone", arguments: ["a=b", "zoe+day@x.fr", "A-B"])
    func noFormula(value: String) {
        #expect(Self.field(value) == value)
    }

    @Test("A line ends as RFC 4180 has it, and is read back as it was")
    func readBack() throws {
        let values = ["Zoé", "", "a,b", "say \"hi\"", "two\nlines", "\"\u{301}", "李小龍"]
        let line = CSVDialect.line(values)
        #expect(line.suffix(2) == Array("\r\n".utf8))
        var reader = try CSVReader(line)
        #expect(try reader.next()?.fields == values)
        #expect(try reader.next() == nil)
    }

    @Test("Excel's dialect separates by semicolons, begins with a byte order mark and guards against formulas as well")
    func excel() {
        #expect(CSVDialect.excel.mark == [0xEF, 0xBB, 0xBF] && CSVDialect.open.mark.isEmpty)
        #expect(Self.field("a;b", .excel) == "\"a;b\"")
        #expect(Self.field("a,b", .excel) == "a,b")
        #expect(Self.field("+33 1", .excel) == "'+33 1")
    }
}
