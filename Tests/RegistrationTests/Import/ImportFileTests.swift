import Foundation
import Testing

@testable import Registration

struct ImportFileTests {
    @Test("Everything that is wrong is said at once, in the order of the lines, and in a line in that of the columns")
    func allAtOnce() {
        let found = problems(
            .sessions,
            sessions([
                ["capacity": "many", "slug": "Not a slug!", "starts_at": "soon"], [:],
                ["slug": "two", "ends_at": "2026-11-28T09:00"], ["slug": "two"],
                ["slug": "four", "title_fr": " ", "format": "party"],
            ]) + "short,line\n" + sessions([["slug": "five", "host_legal_form": "cooperative"]], header: false))
        #expect(
            found.map(\.place) == [
                "2 slug", "2 starts_at", "2 capacity", "4 ends_at", "5 slug", "6 title_fr", "6 format", "7 -",
                "8 host_legal_form",
            ])
    }

    @Test("A good file is passed on with its lines' numbers, its times as instants, and what it leaves out set")
    func passedOn() throws {
        let file = try ImportFile(Array(sessions([[:]]).utf8), kind: .sessions, timeZone: paris())
        #expect(file.count == 1)
        let lines = try JSONSerialization.jsonObject(with: Data(file.lines)) as? [[String: Any]]
        let line = try #require(lines?.first)
        #expect(line["line"] as? Int == 2)
        #expect(line["starts_at"] as? String == "2026-11-28T09:00:00Z")
        #expect(line["format"] as? String == "round_table" && line["host_legal_form"] as? String == "social_company")
        #expect(line["language"] as? String == "fr" && line["waiting_list"] as? Bool == true)
        #expect(line["capacity"] as? Int == 10)
    }

    @Test(
        "A header that lacks a column, names one twice or names a stranger is refused with the names",
        arguments: [
            (
                "slug,name", ["address", "postcode", "city", "arrondissement", "latitude", "longitude"], [], []
            ), (venueHeader + ",colour", [], ["colour"], []), (venueHeader + ",name", [], [], ["name"]),
            (venueHeader.replacing("name,", with: "title,"), ["name"], ["title"], []),
        ] as [(String, [String], [String], [String])])
    func header(header: String, missing: [String], unknown: [String], repeated: [String]) {
        let found = problems(.venues, header + "\n")
        let fault = ImportHeaderFault(
            missing: missing, unknown: unknown, repeated: repeated, required: VenueLine.columns,
            optional: VenueLine.optionalColumns)
        #expect(found == [ImportProblem(line: 1, .header(fault))])
    }

    @Test(
        "A file without a line is refused", arguments: [("\n", ImportFault.empty(.venues)), (venueHeader, .headerOnly)])
    func nothing(text: String, fault: ImportFault) {
        #expect(problems(.venues, text + "\n").map(\.fault) == [fault])
    }

    @Test("Columns may stand in any order and in capitals")
    func anyOrder() throws {
        let lines = sessions([[:]]).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ";")
        }
        let text = lines[0].uppercased() + "\n" + lines[1]
        #expect(try ImportFile(Array(text.utf8), kind: .sessions, timeZone: paris()).count == 1)
    }

    @Test("A venue may stand on a line for each of its rooms, as long as the lines agree")
    func rooms() throws {
        let header = Self.venueHeader + ",room,room_capacity\n"
        let agreed = header + Self.venue + ",Room 1,20\n" + Self.venue + ",Room 2,30\n"
        #expect(try ImportFile(Array(agreed.utf8), kind: .venues, timeZone: paris()).count == 2)
        let found = problems(
            .venues,
            header + Self.venue + ",Room 1,20\n" + Self.venue.replacing("75001", with: "75002") + ",Room 2,30\n"
                + Self.venue + ",ROOM 1,40\n" + Self.venue + ",Room 3,\n")
        #expect(found.map(\.place) == ["3 slug", "4 slug", "5 room_capacity"])
    }

    @Test("Two lines without a slug are not taken for one venue or session twice")
    func noSlug() {
        let venue = Self.venue.replacing("hall,", with: ",")
        let other = venue.replacing("Hall", with: "Other")
        let venues = problems(.venues, [Self.venueHeader, venue, other].joined(separator: "\n"))
        #expect(venues.map(\.place) == ["2 slug", "3 slug"])
        let found = problems(.sessions, sessions([["slug": ""], ["slug": ""]]))
        #expect(found.map(\.place) == ["2 slug", "3 slug"])
    }

    @Test(
        "Words of either language, with or without their accents, are understood",
        arguments: [
            ["format": "Table ronde"], ["format": "round-table"], ["theme": "Sante de proximite"],
            ["theme": "CIRCULAR ECONOMY"], ["host_legal_form": "Entreprise à mission"], ["language": "Français"],
            ["sign_language": "oui"], ["waiting_list": "NO"],
        ])
    func words(change: [String: String]) throws {
        #expect(problems(.sessions, sessions([change])).isEmpty)
    }

    private static let venueHeader = VenueLine.columns.joined(separator: ",")
    private static let venue = "hall,Hall,1 rue du Test,75001,Paris,1,48.86,2.34"

    /// Lines of a sessions file that differ from a good one as told.
    private func sessions(_ changes: [[String: String]], header: Bool = true) -> String {
        let good = [
            "slug": "one", "title_fr": "Séance", "title_en": "Session", "summary_fr": "Un essai.",
            "summary_en": "A test.", "format": "round_table", "theme": "care", "host": "Les Essais",
            "host_legal_form": "social_company", "venue": "hall", "room": "Room 1", "starts_at": "2026-11-28T10:00",
            "ends_at": "2026-11-28T11:00", "capacity": "10",
        ]
        let columns = SessionLine.columns + SessionLine.optionalColumns
        let lines = changes.map { change in
            columns.map { change[$0] ?? good[$0] ?? "" }.joined(separator: ",")
        }
        return ((header ? [columns.joined(separator: ",")] : []) + lines).map { $0 + "\n" }.joined()
    }

    private func problems(_ kind: ImportFile.Kind, _ text: String) -> [ImportProblem] {
        do {
            _ = try ImportFile(Array(text.utf8), kind: kind, timeZone: paris())
            return []
        } catch {
            return (error as? ImportProblems)?.problems ?? []
        }
    }

    private func paris() throws -> TimeZone { try #require(TimeZone(identifier: "Europe/Paris")) }
}

extension ImportProblem {
    fileprivate var place: String { "\(line ?? 0) \(column ?? "-")" }
}
