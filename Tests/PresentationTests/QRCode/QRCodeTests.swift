import Presentation
import Testing

struct QRCodeTests {
    private static let link = "https://socialday.example/fr/tickets/AgAAAAAAAAAB1zRMcd5pQ0vI4uGQ2mZy8g"

    private func picture(_ code: QRCode) -> String {
        (0..<code.size).map { row in
            (0..<code.size).map { code.isDark(row: row, column: $0) ? "#" : "." }.joined()
        }.joined(separator: "\n")
    }

    @Test("A link is a square with its three finder patterns and its timing between them")
    func patterns() throws {
        let code = try QRCode(Self.link)
        #expect(code.size == 37)
        let finder = ["#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........"]
        let last = code.size - 1
        for (row, line) in finder.enumerated() {
            for (column, module) in line.enumerated() {
                let isDark = module == "#"
                #expect(code.isDark(row: row, column: column) == isDark)
                #expect(code.isDark(row: row, column: last - column) == isDark)
                #expect(code.isDark(row: last - row, column: column) == isDark)
            }
        }
        for place in 8..<(code.size - 8) { #expect(code.isDark(row: 6, column: place) == (place % 2 == 0)) }
    }

    @Test("The drawing has the same modules as the code, a quiet zone and a title that is text")
    func drawing() throws {
        let code = try QRCode(Self.link)
        let svg = code.svg(title: "Billet <de> l'entrée & \"plus\"")
        #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>"))
        #expect(svg.contains("role=\"img\" viewBox=\"0 0 45 45\""))
        #expect(svg.contains("<title>Billet &lt;de&gt; l'entrée &amp; \"plus\"</title>"))
        #expect(!svg.contains("style="))
        var drawn = Set<[Int]>()
        for run in svg.matches(of: /M([0-9]+) ([0-9]+)h([0-9]+)v1h-[0-9]+z/) {
            let (column, row, count) = (Int(run.1) ?? 0, Int(run.2) ?? 0, Int(run.3) ?? 0)
            for place in column..<column + count { drawn.insert([row - 4, place - 4]) }
        }
        let dark = (0..<code.size * code.size).map { [$0 / code.size, $0 % code.size] }.filter {
            code.isDark(row: $0[0], column: $0[1])
        }
        #expect(drawn == Set(dark))
    }

    @Test("The PNG is small and has six pixels to a module")
    func image() throws {
        let png = try QRCode(Self.link).png()
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        #expect(Array(png[16..<24]) == [0, 0, 1, 14, 0, 0, 1, 14])
        #expect(png.count < 4_000)
    }

    @Test("A text that no code holds is refused")
    func tooLong() {
        #expect(throws: QRCode.TooLong.self) { try QRCode(String(repeating: "a", count: 2_332)) }
    }
}
