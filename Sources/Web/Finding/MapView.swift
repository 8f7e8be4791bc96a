import Presentation
import Registration

/// How much goes on in each arrondissement, and how many places are left there.
struct MapView: Sendable {
    let areas: [Area]
    /// What stays current: see `PlacesReply`.
    let places: String
    let seine = ParisMap.seine
    let width = ParisMap.width
    let height = ParisMap.height

    struct Area: Sendable {
        let number: Int
        let name: String
        let x: Int
        let y: Int
        let corners: String
        let path: String
        /// From s0, nothing left, to s5, the most places.
        let shade: String
        let isChosen: Bool
        let sessions: String
        let places: String
        let placesLeft: String
        let title: String
        /// Where nothing goes on, there is nothing to follow a link to.
        let isEmpty: Bool
    }

    /// - Parameter sessions: What was found, with the places left in each; whatever the arrondissements chosen.
    init(_ sessions: [(session: Session, left: Int)], query: ProgrammeQuery, language: Language) {
        let tallies = AreaTally.all(sessions, language)
        places = PageAddress.places(query.filter).path(language)
        areas = zip(ParisMap.shapes, tallies).map { shape, tally in
            let choice = Choice.arrondissement(shape.arrondissement)
            let filter = query.filter.without(.arrondissement).choosing(choice)
            return Area(
                number: shape.arrondissement, name: choice.name(in: language), x: shape.x, y: shape.y,
                corners: shape.corners, path: PageAddress.found(ProgrammeQuery(filter)).path(language),
                shade: tally.shade, isChosen: query.filter.choices.contains(choice), sessions: tally.sessions,
                places: tally.places, placesLeft: tally.placesLeft, title: tally.title, isEmpty: tally.isEmpty)
        }
    }
}

/// What the map says of an arrondissement; all but its sessions changes with every sign-up.
struct AreaTally: Sendable {
    let arrondissement: Int
    let sessions: String
    let places: String
    let placesLeft: String
    let title: String
    let shade: String
    let isEmpty: Bool

    /// In the order of the map's shapes.
    static func all(_ sessions: [(session: Session, left: Int)], _ language: Language) -> [AreaTally] {
        let byNumber = Dictionary(grouping: sessions, by: \.session.venue.arrondissement)
        let left = byNumber.mapValues { $0.reduce(0) { $0 + $1.left } }
        let shades = shades(left)
        return ParisMap.shapes.map { shape in
            let number = shape.arrondissement
            let name = Choice.arrondissement(number).name(in: language)
            let count = SignUpPhrases(language).sessions(byNumber[number]?.count ?? 0)
            let places = FindingPhrases(language).placesLeft(left[number] ?? 0)
            return AreaTally(
                arrondissement: number, sessions: count, places: places,
                placesLeft: language.number(left[number] ?? 0), title: "\(name), \(count), \(places)",
                shade: "s\(shades[number] ?? 0)", isEmpty: byNumber[number] == nil)
        }
    }

    /// From 0 for no places to 5 for the most, as many arrondissements in each: one that has by far the most leaves the
    /// others apart.
    static func shades(_ places: [Int: Int]) -> [Int: Int] {
        let some = places.values.filter { $0 > 0 }
        return places.mapValues { count in
            count == 0 ? 0 : 1 + some.count { $0 < count } * 5 / some.count
        }
    }
}
