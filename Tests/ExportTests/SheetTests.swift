import Foundation
import Presentation
import RegistrationStore
import Testing

@testable import Export
@testable import Registration

@Suite("Sign-in sheets")
struct SheetTests {
    @Test(
        "Each session has its sheet: a box for each place, names as text, who waits below; there is none of the edition"
    )
    func files() async throws {
        try await TestProgramme.with(sessions: ["first": 3, "second": 5]) { programme async throws in
            guard
                case .confirmed(let held) = try await programme.signUp(
                    "Zoé <b>&", "zoe@example.org", places: 2, for: "first")
            else {
                Issue.record("there was a place")
                return
            }
            try await programme.signUp("Émile", "emile@example.org", places: 2, for: "first")
            _ = try await programme.withExports { database async throws in
                try await AttendeeLists(database: database, folder: programme.folder, formats: [.sheet, .csv])
                    .write(actor: "command")
            }
            #expect(
                try contents(of: programme.folder) == [
                    "first.html", "second.html", "first.csv", "second.csv", "_edition.csv",
                ])
            let sheet = try String(contentsOf: programme.folder.appending(component: "first.html"), encoding: .utf8)
            #expect(sheet.hasPrefix("<!doctype html>") && sheet.hasSuffix("</html>\n"))
            #expect(sheet.contains("<td class=\"boxes\">☐ ☐ </td><td class=\"name\">Zoé &lt;b&gt;&amp;</td><td>2</td>"))
            #expect(sheet.contains(held.reference.description) && !sheet.contains("@example.org"))
            let parts = sheet.components(separatedBy: Texts.all.board.sheetWaiting.french)
            #expect(parts.count == 2 && parts[1].contains("Émile") && !parts[0].contains("Émile"))
            let empty = try String(contentsOf: programme.folder.appending(component: "second.html"), encoding: .utf8)
            #expect(empty.contains(Texts.all.board.sheetEmpty.french))
        }
    }

    @Test(
        "Several sessions' sheets follow each other in what is downloaded, and needs are there only where they are asked for"
    )
    func several() async throws {
        try await TestProgramme.with(sessions: ["first": 3, "second": 5]) { programme async throws in
            try await programme.signUp("Zoé", "zoe@example.org", for: "first")
            try await programme.own("update app.sign_up set needs = array['wheelchair', 'seat']")
            for (columns, shows) in [(ExportColumn.atTheDoor, false), (ExportColumn.allCases, true)] {
                let html = try await programme.withExports { database async throws in
                    var bytes: [UInt8] = []
                    let run = try await database.begin(.edition, actor: "command", formats: "sheet", columns: "name")
                    try await AttendeeList(.sheet, ListLayout(columns: columns, language: .english))
                        .write(run, from: database) { bytes += $0 }
                    return String(decoding: bytes, as: UTF8.self)
                }
                #expect(html.components(separatedBy: "<section>").count == 3)
                #expect(html.contains(Texts.all.doorNeed.wheelchair.english) == shows)
            }
        }
    }
}
