import Foundation
import Testing

@testable import Registration

@Suite("Alternatives to a session without places")
struct AlternativesTests {
    private static let full = Sample.session(0, theme: .care, host: "A")
    private static let now = Sample.at(8)

    private func alternatives(_ sessions: [Session], places: Int = 1, left: Int = 5, limit: Int = 3) -> [Int64] {
        Self.full.alternatives(among: [Self.full] + sessions, places: places, at: Self.now, limit: limit) { _ in left }
            .map(\.id)
    }

    @Test("The same theme and host come first, then the theme, then the host; nothing else is offered")
    func ranks() {
        let sessions = [
            Sample.session(1, theme: .housing, host: "B"), Sample.session(2, theme: .housing, host: "A"),
            Sample.session(3, theme: .care, host: "B"),
            Sample.session(4, theme: .care, host: "A", start: Sample.at(20)),
        ]
        #expect(alternatives(sessions) == [4, 3, 2])
    }

    @Test("Among equals the nearest comes first: minutes between the starts and minutes on foot together")
    func nearness() {
        // A hundredth of a degree of latitude is 1,112 m: a quarter of an hour on foot.
        let sessions = [
            Sample.session(1, host: "B", start: Sample.at(10, 20)),
            Sample.session(2, host: "B", venue: Sample.venue(2, latitude: 48.87)),
            Sample.session(3, host: "B", venue: Sample.venue(2, latitude: 48.87), start: Sample.at(10, 10)),
            Sample.session(4, host: "B", start: Sample.at(9, 50)),
        ]
        #expect(alternatives(sessions, limit: 4) == [4, 2, 1, 3])
    }

    @Test("Whoever is closed, cancelled or has too few places is not offered, nor the session itself")
    func possible() {
        let sessions = [
            Sample.session(1, closesAt: Sample.at(8)), Sample.session(2, isCancelled: true), Sample.session(3),
        ]
        #expect(alternatives(sessions) == [3])
        #expect(alternatives(sessions, left: 0).isEmpty)
        #expect(alternatives(sessions, places: 6).isEmpty)
    }

    @Test("Beside what somebody comes to already only what leaves it as it is is offered")
    func besideEngagements() {
        let sessions = [
            Sample.session(1), Sample.session(2, start: Sample.at(11)), Sample.session(3, start: Sample.at(12)),
            Sample.session(4, start: Sample.at(12, 30)),
        ]
        let engagements = [
            Engagement(session: 9, startsAt: Sample.at(9, 30), endsAt: Sample.at(11), holdsPlaces: true),
            Engagement(session: 3, startsAt: Sample.at(12), endsAt: Sample.at(13), holdsPlaces: false),
        ]
        let offered = Self.full.alternatives(among: sessions, beside: engagements, at: Self.now) { _ in 5 }
        #expect(offered.map(\.id) == [2, 4], "what touches does not overlap, and who waits is free then")
    }

    @Test("Distances are those of the earth")
    func distance() {
        let cityHall = Sample.venue(latitude: 48.8566, longitude: 2.3522)
        let eiffel = Sample.venue(latitude: 48.8584, longitude: 2.2945)
        #expect(abs(cityHall.metres(to: eiffel) - 4226) < 15)
        #expect(cityHall.metres(to: cityHall) == 0)
    }
}
