import Testing

@testable import Registration

@Suite("Words that are looked for")
struct WordsTests {
    @Test("Case and accents don't count, œ and æ are two letters, and what is no letter parts words")
    func folds() {
        #expect(FoldedWords.of("L'Économie, à CŒUR : 11e") == ["l", "economie", "a", "coeur", "11e"])
        #expect(FoldedWords.of("e\u{301}te\u{301} Ægir Ñandú") == ["ete", "aegir", "nandu"])
        #expect(FoldedWords.of("Łódź straße") == ["łodz", "strasse"])
        #expect(FoldedWords.of(" – … ").isEmpty)
    }

    @Test("A plural and its singular are the same; short words are left alone")
    func singulars() {
        for (plural, singular) in [
            ("ateliers", "atelier"), ("locaux", "local"), ("hopitaux", "hopital"), ("reseaux", "reseau"),
            ("jeux", "jeu"), ("workshops", "workshop"), ("bus", "bus"), ("les", "les"),
        ] {
            #expect(FoldedWords.singular(plural) == singular)
        }
    }

    private static let lexicon = Lexicon([
        ["Réparer un vélo", "Atelier"], ["Les hôpitaux de jour", "Conférence"], ["Crèches et petits lieux", "Atelier"],
        ["Le prix du bus", "Table ronde"],
    ])

    @Test(
        "Every word must begin a word of the session, or be the same but for a plural",
        arguments: [
            ("vélo", [0]), ("VELOS", [0]), ("répa", [0]), ("hopital", [1]), ("hôpitaux", [1]), ("creche", [2]),
            ("crèches", [2]), ("atelier", [0, 2]), ("ateliers velo", [0]), ("atelier hopital", []), ("elo", []),
            ("prix", [3]), ("pri", [3]), ("bus", [3]), ("lieu", [2]), ("zzz", []), ("d'atelier", []),
            ("conf'", [1]),
        ])
    func matches(query: String, positions: [Int]) {
        #expect(Self.lexicon.sessions(matching: query)?.positions == positions)
    }

    @Test("A query without a word narrows nothing, and of a very long one only the first words are read")
    func limits() {
        #expect(Self.lexicon.sessions(matching: " – ") == nil)
        let many = Array(repeating: "atelier", count: 8) + ["zzz"]
        #expect(Self.lexicon.sessions(matching: many.joined(separator: " "))?.positions == [0, 2])
    }
}
