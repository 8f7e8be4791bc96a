import Testing

@testable import Registration

struct CSVReaderTests {
    @Test(
        "Fields are read as they were meant",
        arguments: [
            ("a,b,c", [["a", "b", "c"]]), ("a,,\nb,c,d\n", [["a", "", ""], ["b", "c", "d"]]),
            (#""a,b","say ""hi""","""""#, [["a,b", #"say "hi""#, "\""]]),
            ("\"two\nlines\",x", [["two\nlines", "x"]]), ("\"two\r\nlines\"", [["two\r\nlines"]]),
            (#"5" pipe,x"#, [["5\" pipe", "x"]]), ("\"\",x", [["", "x"]]), (" a , b ", [[" a ", " b "]]),
            ("a\r\nb\r\n", [["a"], ["b"]]), ("a\n\n\r\n\nb", [["a"], ["b"]]), ("李,Zoé 🎉", [["李", "Zoé 🎉"]]),
            ("\"\u{301}a\"\"\u{301}\"", [["\u{301}a\"\u{301}"]]), ("a,", [["a", ""]]), ("", []), ("\r\n\n", []),
        ] as [(String, [[String]])])
    func fields(text: String, fields: [[String]]) throws {
        #expect(try read(text).map(\.fields) == fields)
    }

    @Test("Every record knows the line that it starts on, whatever its values span")
    func lines() throws {
        let text = "a\n\"b\nb\nb\",\"\n\"\n\nc\r\n\"d\r\nd\"\r\ne"
        #expect(try read(text).map(\.line) == [1, 2, 7, 8, 10])
        #expect(try read("\u{FEFF}\r\n\r\na").map(\.line) == [3])
    }

    @Test("A semicolon in the first line makes semicolons the separators, and commas text")
    func semicolons() throws {
        #expect(try read("a;b\n48,86;2\n").map(\.fields) == [["a", "b"], ["48,86", "2"]])
        #expect(try read("a,b\nx;y,2").map(\.fields) == [["a", "b"], ["x;y", "2"]])
    }

    @Test("A byte order mark is no part of the first name")
    func byteOrderMark() throws {
        #expect(try read("\u{FEFF}slug,name\n").map(\.fields) == [["slug", "name"]])
        #expect(try read("\u{FEFF}\"slug\";name\r\n").map(\.fields) == [["slug", "name"]])
        #expect(try read("\u{FEFF}") == [])
    }

    @Test(
        "What is wrong is said with its line",
        arguments: [
            ("a\n\"b", 2, .openQuote), ("a\n\"b\nc\nd", 2, .openQuote), ("a\n\"b\" c", 2, .textBehindQuote),
            ("a\n\"b\nb\"c", 3, .textBehindQuote), ("a\nb\u{0}", 2, .nulByte), ("a\n\n\n\u{0}", 4, .nulByte),
        ] as [(String, Int, ImportFault)])
    func wrong(text: String, line: Int, fault: ImportFault) {
        let problem = problem { try read(text) }
        #expect(problem?.line == line)
        #expect(problem?.fault == fault)
    }

    @Test(
        "Bytes that are not UTF-8 are found on their line, even behind lines that are",
        arguments: [[0xE9], [0xFF, 0xFE], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF8, 0x88]] as [[UInt8]])
    func notUTF8(bytes: [UInt8]) {
        let problem = problem { _ = try CSVReader(Array("Zoé\nb\nc".utf8) + bytes) }
        #expect(problem?.line == 3)
        #expect(problem?.fault == .notUTF8(byte: 9))
    }

    @Test("A record of 64 KiB is read, and one byte more is too long, in quotes or not")
    func longRecords() throws {
        let limit = CSVReader.recordLimit
        #expect(limit == 65_536)
        let longest = String(repeating: "x", count: limit)
        #expect(try read("a\n\(longest)\nb").map(\.line) == [1, 2, 3])
        #expect(try read("a\n\(longest.dropLast(5)),b,cc\nd").map(\.line) == [1, 2, 3])
        for text in ["a\n\(longest)x", "a\n\(longest.dropLast()),b", "a\n\"\(longest)\"", "a\n\"\(longest)"] {
            let problem = problem { try read(text) }
            #expect(problem?.line == 2)
            #expect(problem?.fault == .recordTooLong(kibibytes: 64))
        }
    }

    private func read(_ text: String) throws -> [CSVReader.Record] {
        var reader = try CSVReader(Array(text.utf8))
        var records: [CSVReader.Record] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    private func problem(_ body: () throws -> some Any) -> ImportProblem? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? ImportProblem
        }
    }
}
