import Foundation
import Presentation
import Registration

/// How much goes on in each arrondissement, and how many places are left there.
struct MapView: Sendable {
    let areas: [Area]
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
        /// Where nothing goes on, there is nothing to follow a link to.
        let isEmpty: Bool
    }

    /// - Parameter sessions: What was found, with the places left in each; whatever the arrondissements chosen.
    init(_ sessions: [(session: Session, left: Int)], query: ProgrammeQuery, language: Language) {
        let byNumber = Dictionary(grouping: sessions, by: \.session.venue.arrondissement)
        let left = byNumber.mapValues { $0.reduce(0) { $0 + $1.left } }
        let shades = Self.shades(left)
        areas = ParisMap.shapes.map { shape in
            let number = shape.arrondissement
            let choice = Choice.arrondissement(number)
            let filter = query.filter.without(.arrondissement).choosing(choice)
            let places = left[number] ?? 0
            return Area(
                number: number, name: choice.name(in: language), x: shape.x, y: shape.y, corners: shape.corners,
                path: PageAddress.found(ProgrammeQuery(filter)).path(language),
                shade: "s\(shades[number] ?? 0)",
                isChosen: query.filter.choices.contains(choice),
                sessions: SignUpPhrases(language).sessions(byNumber[number]?.count ?? 0),
                places: FindingPhrases(language).placesLeft(places), placesLeft: language.number(places),
                isEmpty: byNumber[number] == nil)
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
