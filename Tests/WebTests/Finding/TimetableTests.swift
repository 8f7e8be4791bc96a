import Foundation
import Registration
import RegistrationStore
import Testing

@testable import Web

@Suite("The timetable and the map")
struct TimetableTests {
    private func timetable(_ sessions: [Session]) -> Timetable {
        Timetable(sessions) { Int($0.timeIntervalSince(SampleProgramme.at(0)) / 60) }
    }

    @Test("Venues stand in the order of their arrondissements, and the clock is whole hours")
    func layout() {
        let table = timetable([
            SampleProgramme.session(1, arrondissement: 11, start: SampleProgramme.at(9, 30), minutes: 90),
            SampleProgramme.session(2, arrondissement: 3, start: SampleProgramme.at(14), minutes: 60),
        ])
        #expect(table.venues.map(\.venue.arrondissement) == [3, 11])
        #expect(table.start == 9 * 60 && table.end == 15 * 60 && table.step == 30 && table.columns == 12)
        #expect(table.venues[1].lanes[0][0].columns == 1..<4)
    }

    @Test("What goes on at once has a row each; what touches stands in one")
    func lanes() {
        let table = timetable([
            SampleProgramme.session(1, start: SampleProgramme.at(10)),
            SampleProgramme.session(2, start: SampleProgramme.at(10, 30)),
            SampleProgramme.session(3, start: SampleProgramme.at(11)),
            SampleProgramme.session(4, start: SampleProgramme.at(11, 30)),
        ])
        #expect(table.venues[0].lanes.map { $0.map(\.session.id) } == [[1, 3], [2, 4]])
    }

    @Test("Odd times get narrower columns")
    func oddTimes() {
        let table = timetable([
            SampleProgramme.session(1, start: SampleProgramme.at(10, 10), minutes: 5),
            SampleProgramme.session(2, start: SampleProgramme.at(10, 45), minutes: 20),
        ])
        #expect(table.step == 15 && table.start == 600 && table.end == 720)
        #expect(table.venues[0].lanes.flatMap { $0.map(\.columns) } == [0..<2, 3..<5])
    }

    @Test("Half an hour is the least that a session takes up, also at the end of the clock")
    func room() {
        let table = timetable([
            SampleProgramme.session(1, start: SampleProgramme.at(10, 50), minutes: 10),
            SampleProgramme.session(2, start: SampleProgramme.at(10, 30), minutes: 15),
        ])
        #expect(table.columns == 4)
        #expect(table.venues[0].lanes.map { $0.map(\.columns) } == [[2..<4], [2..<4]], "their words would overlap")
    }

    @Test("Rows fill the table to its end, whatever is free in between")
    func rowsAreWhole() {
        let programme = SampleProgramme.programme([
            SampleProgramme.session(1, start: SampleProgramme.at(10)),
            SampleProgramme.session(2, start: SampleProgramme.at(13)),
            SampleProgramme.session(3, arrondissement: 2, start: SampleProgramme.at(10, 30)),
        ])
        guard let edition = programme.edition else { return }
        let view = TimetableView(
            programme.sessions, edition: edition, language: .english, now: SampleProgramme.now,
            tally: { Tally(capacity: $0.capacity) })
        #expect(view.days.count == 1 && view.days[0].hours == ["10:00", "11:00", "12:00", "13:00"])
        for venue in view.days[0].venues {
            for row in venue.rows { #expect(row.cells.reduce(0) { $0 + $1.span } == view.days[0].columns) }
        }
    }

    @Test("The map counts sessions and places, shades by places, and leads to the arrondissement alone")
    func map() throws {
        let sessions = [(11, 40), (11, 2), (3, 5), (20, 0)].enumerated().map { number, entry in
            (session: SampleProgramme.session(Int64(number), arrondissement: entry.0), left: entry.1)
        }
        let filter = ProgrammeFilter(words: "a", choices: [.arrondissement(3), .theme(.care)])
        let map = MapView(sessions, query: ProgrammeQuery(filter, view: .map), language: .english)
        #expect(map.areas.map(\.number) == Array(1...20))
        let eleventh = map.areas[10]
        #expect(eleventh.sessions == "2\u{A0}sessions" && eleventh.places == "42\u{A0}places left")
        #expect(eleventh.path == "/en/programme?q=a&theme=care&arrondissement=11")
        #expect(map.areas[2].isChosen && !eleventh.isChosen && map.areas[0].isEmpty)
        #expect(eleventh.shade > map.areas[2].shade && map.areas[19].shade == "s0" && map.areas[0].shade == "s0")
    }

    @Test("Shades go from one for the fewest to five for the most")
    func shades() {
        let shades = AreaTally.shades([1: 0, 2: 10, 3: 20, 4: 30, 5: 40, 6: 5000])
        #expect(shades == [1: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5])
        #expect(AreaTally.shades([1: 7, 2: 7]) == [1: 1, 2: 1])
    }

    @Test("All twenty arrondissements are drawn, each with its number inside the drawing")
    func shapes() {
        #expect(ParisMap.shapes.map(\.arrondissement) == Array(1...20))
        for shape in ParisMap.shapes {
            #expect((0...ParisMap.width).contains(shape.x) && (0...ParisMap.height).contains(shape.y))
            #expect(shape.corners.split(separator: " ").count >= 4)
        }
    }
}
