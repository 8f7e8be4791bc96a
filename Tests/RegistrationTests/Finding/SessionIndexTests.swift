import Foundation
import Testing

@testable import Registration

@Suite("Choices in the programme")
struct SessionIndexTests {
    private static let sessions = [
        Sample.session(
            0, theme: .care, venue: Sample.venue(3, wheelchair: true, loop: true), start: Sample.at(9),
            hasSignLanguage: true),
        Sample.session(1, theme: .care, venue: Sample.venue(11, wheelchair: true), start: Sample.at(12)),
        Sample.session(
            2, format: .talk, theme: .housing, venue: Sample.venue(11, loop: true), start: Sample.at(17, 59)),
        Sample.session(
            3, format: .visit, theme: .health, venue: Sample.venue(20), start: Sample.at(18), language: .english),
    ]
    private static let index = SessionIndex(sessions, in: Sample.timeZone)

    private func find(_ choices: Set<Choice>, words: [Int]? = nil, places: [Int] = [0, 2]) -> Finding {
        Self.index.find(
            ProgrammeFilter(choices: choices), withWords: words.map(set), withPlaces: set(places))
    }

    private func set(_ positions: [Int]) -> SessionSet {
        positions.reduce(into: SessionSet(size: Self.sessions.count)) { $0.insert($1) }
    }

    @Test("Choices of one facet widen, facets and words narrow, and needs must all be met")
    func meets() {
        #expect(find([]).matches.positions == [0, 1, 2, 3])
        #expect(find([.theme(.care), .theme(.housing)]).matches.positions == [0, 1, 2])
        #expect(find([.theme(.care), .theme(.housing), .arrondissement(11)]).matches.positions == [1, 2])
        #expect(find([.access(.wheelchair), .access(.hearingLoop)]).matches.positions == [0])
        #expect(find([.access(.signLanguage)]).matches.positions == [0])
        #expect(find([.placesLeft]).matches.positions == [0, 2])
        #expect(find([.theme(.care)], words: [1, 2]).matches.positions == [1])
        #expect(find([.format(.talk), .language(.english)]).matches.positions.isEmpty)
    }

    @Test("Morning ends at noon and the afternoon at six, on the edition's clock")
    func times() {
        #expect(find([.time(.morning)]).matches.positions == [0])
        #expect(find([.time(.afternoon)]).matches.positions == [1, 2])
        #expect(find([.time(.evening)]).matches.positions == [3])
    }

    @Test("A count is what the choice would leave, given the other facets")
    func counts() {
        let found = find([.theme(.care), .arrondissement(11)])
        #expect(found.matches.count == 1)
        // Another theme would come instead of this one or beside it: the arrondissement still narrows.
        #expect(found.count(of: .theme(.care)) == 1 && found.count(of: .theme(.housing)) == 1)
        #expect(found.count(of: .theme(.health)) == 0)
        #expect(found.count(of: .arrondissement(3)) == 1 && found.count(of: .arrondissement(20)) == 0)
        #expect(found.count(of: .access(.wheelchair)) == 1 && found.count(of: .access(.hearingLoop)) == 0)
        #expect(found.count(of: .placesLeft) == 0)
    }

    @Test("Every count is what choosing it alone in its facet finds", arguments: [[], [0, 2, 3]] as [[Int]?])
    func countsAreTrue(words: [Int]?) {
        let chosen: [Set<Choice>] = [[], [.theme(.care)], [.arrondissement(11), .placesLeft], [.access(.wheelchair)]]
        for choices in chosen {
            let found = find(choices, words: words)
            for choice in Choice.all {
                let alone =
                    choice.facet.isConjunctive
                    ? choices.union([choice]) : choices.filter { $0.facet != choice.facet }.union([choice])
                #expect(found.count(of: choice) == find(alone, words: words).matches.count, "\(choices) \(choice)")
            }
        }
    }

    @Test("It is told how many there would be without each facet and without the words")
    func without() {
        let found = find([.theme(.health), .arrondissement(11)], words: [3])
        #expect(found.matches.count == 0)
        #expect(found.withoutFacet == [.theme: 0, .arrondissement: 1])
        #expect(found.withoutWords == 0)
        #expect(find([]).withoutWords == nil)
    }

    @Test("Every choice has an address of its own, which leads back to it")
    func codes() {
        for choice in Choice.all {
            #expect(Choice(choice.facet, code: choice.code) == choice)
            #expect(choice.number.map { Choice.all[$0] } == choice)
        }
        #expect(Choice(.arrondissement, code: "21") == nil && Choice(.arrondissement, code: "01") == nil)
        #expect(Choice(.theme, code: "workshop") == nil)
        let day = Choice(.day, code: "2026-12-26")
        #expect(day?.code == "2026-12-26" && day?.number == nil && Choice(.day, code: "2026-02-30") == nil)
    }

    @Test("Days are those on which something starts, on the edition's clock, and are counted like other choices")
    func days() throws {
        let midnight = 24 * 3600.0
        let index = SessionIndex(
            [
                Sample.session(1, start: Sample.at(23, 30)),
                Sample.session(2, theme: .housing, start: Sample.at(10) + midnight),
                Sample.session(3, start: Sample.at(0) + midnight),
            ], in: Sample.timeZone)
        let (first, second) = (try #require(CalendarDay("2026-12-26")), try #require(CalendarDay("2026-12-27")))
        #expect(index.days == [first, second] && index.choices(of: .day) == [.day(first), .day(second)])
        let found = index.find(ProgrammeFilter(choices: [.day(second), .theme(.care)]), withPlaces: .all(3))
        #expect(found.matches.positions == [2])
        #expect(found.count(of: .day(first)) == 1 && found.count(of: .day(second)) == 1)
        #expect(found.count(of: .theme(.housing)) == 1 && found.withoutFacet[.day] == 2)
        let both = index.find(ProgrammeFilter(choices: [.day(second), .day(first)]), withPlaces: .all(3))
        #expect(both.matches.count == 3)
        let other = try #require(CalendarDay("2027-01-01"))
        #expect(index.find(ProgrammeFilter(choices: [.day(other)]), withPlaces: .all(3)).matches.count == 0)
    }

    @Test("Sets of any size hold what was put in")
    func sets() {
        for size in [0, 1, 63, 64, 65, 200] {
            #expect(SessionSet.all(size).count == size)
            #expect(SessionSet.all(size).positions == Array(0..<size))
        }
    }
}

@Suite("What somebody looks for")
struct ProgrammeFilterTests {
    @Test("Words lose what is invisible, and the end of what is too long; cleaning twice changes nothing")
    func words() {
        #expect(ProgrammeFilter(words: "  vélo\u{0}\n\u{A0} électrique ").words == "vélo électrique")
        let long = ProgrammeFilter(words: String(repeating: "ab ", count: 80)).words
        #expect(long.unicodeScalars.count <= ProgrammeFilter.wordsLimit && !long.hasSuffix(" "))
        #expect(ProgrammeFilter(words: long).words == long)
    }

    @Test("Choices are given in one order, whatever the order of choosing")
    func order() {
        let filter = ProgrammeFilter().choosing(.placesLeft).choosing(.arrondissement(2)).choosing(.theme(.care))
        #expect(filter.ordered == [.theme(.care), .arrondissement(2), .placesLeft])
        let days = ["2027-01-01", "2026-12-31"].compactMap { CalendarDay($0).map(Choice.day) }
        #expect(ProgrammeFilter(choices: filter.choices.union(days)).ordered.prefix(2) == days.reversed()[...])
        #expect(filter.facets == [.theme, .arrondissement, .places])
        #expect(filter.without(.theme(.care)).without(Facet.arrondissement).choices == [.placesLeft])
    }
}
