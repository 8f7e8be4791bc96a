import Presentation
import Registration
import Testing

struct NamesTests {
    @Test(
        "A venue is told with its district, unless its name tells it or it is not in Paris",
        arguments: [
            ("Bourse de Commerce", "Paris", 1, "Bourse de Commerce, Paris_1er", "Bourse de Commerce, Paris_1st"),
            ("Gymnase Japy", "Paris", 11, "Gymnase Japy, Paris_11e", "Gymnase Japy, Paris_11th"),
            (
                "Mairie du 11e arrondissement", "Paris", 11, "Mairie du 11e arrondissement",
                "Mairie du 11e arrondissement"
            ),
            ("Salle des fêtes", "Montreuil", 1, "Salle des fêtes, Montreuil", "Salle des fêtes, Montreuil"),
        ])
    func districts(name: String, city: String, arrondissement: Int, french: String, english: String) {
        let venue = Venue(
            slug: "v", name: name, address: "1 rue du Test", postcode: "75001", city: city,
            arrondissement: arrondissement, latitude: 48.86, longitude: 2.34)
        #expect(venue.nameAndDistrict(in: .french) == french.replacing("_", with: "\u{A0}"))
        #expect(venue.nameAndDistrict(in: .english) == english.replacing("_", with: "\u{A0}"))
        #expect(SessionPhrases(.french).address(of: venue) == "1 rue du Test, 75001\u{A0}\(city)")
    }

    @Test("What is known of a venue's access is told, and nothing where nobody has told")
    func access() {
        func venue(_ wheelchair: Bool?, _ loop: Bool?, _ notes: String?) -> Venue {
            Venue(
                slug: "v", name: "V", address: "1 rue du Test", postcode: "75001", city: "Paris", arrondissement: 1,
                latitude: 48.86, longitude: 2.34, isWheelchairAccessible: wheelchair, hasHearingLoop: loop,
                accessNotes: notes)
        }
        let phrases = SessionPhrases(.english)
        #expect(phrases.access(to: venue(nil, nil, nil)).isEmpty)
        #expect(phrases.access(to: venue(nil, false, "")).isEmpty)
        #expect(phrases.access(to: venue(false, nil, "Ring")) == ["No wheelchair access", "Ring"])
        #expect(phrases.access(to: venue(true, true, nil)) == ["Wheelchair accessible", "Hearing loop"])
    }

    @Test("The link that switches the language is in the language that it leads to")
    func ownNames() {
        #expect(Language.allCases.map(\.ownName) == ["Français", "English"])
    }
}
