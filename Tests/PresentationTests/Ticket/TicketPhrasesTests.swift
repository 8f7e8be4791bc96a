import Registration
import Testing

@testable import Presentation

struct TicketPhrasesTests {
    private let french = TicketPhrases(.french)
    private let english = TicketPhrases(.english)

    @Test("A state names its places in the right number, and a position in the feminine")
    func states() {
        #expect(french.state(.confirmed, places: 1) == "1\u{A0}place confirmée")
        #expect(french.state(.confirmed, places: 3) == "3\u{A0}places confirmées")
        #expect(english.state(.confirmed, places: 3) == "3\u{A0}places confirmed")
        #expect(french.state(.waiting(position: 1), places: 2) == "Liste d’attente\u{A0}: 1re")
        #expect(english.state(.waiting(position: 2), places: 2) == "Waiting list: 2nd")
    }

    @Test("One place is one person's, and goes in the singular")
    func singular() {
        #expect(french.goodFor(1) == "Bon pour une personne" && french.goodFor(2) == "Bon pour 2 personnes")
        #expect(english.letGo(1).hasPrefix("Your place is") && english.letGo(2).hasPrefix("Your 2 places are"))
    }

    @Test("Whatever the state, each language has words of its own for it, set as it wants")
    func everyState() {
        let states: [HeldTicket.State] = [
            .confirmed, .waiting(position: 3), .cancelled, .sessionCancelled, .over,
        ]
        let texts = states.map { french.state($0, places: 2) } + states.map { english.state($0, places: 2) }
        #expect(Set(texts).count == texts.count)
        let isSet = texts.allSatisfy { !$0.contains("'") && !$0.contains(" :") }
        #expect(isSet)
    }
}
