import Foundation
import Registration
import Testing

@testable import Presentation

@Suite("The details of the record in words")
struct RecordDetailsTests {
    @Test("Details read as a sentence would, without what did not happen and what only the database understands")
    func words() {
        for (json, french, english) in [
            (
                #"{"role": "organiser", "venues": ["a", "b"]}"#, "rôle : Organisation ; lieux : a, b",
                "role: Organiser; venues: a, b"
            ),
            (
                #"{"session": "bois", "places": [2, 3]}"#, "places : 2 → 3 ; séance : bois",
                "places: 2 → 3; session: bois"
            ),
            (#"{"moved": 0, "told": 4, "version": 7}"#, "personnes prévenues : 4", "people told: 4"),
            (#"{"email": true, "telephone": false}"#, "adresse", "address"),
            (#"{"columns": "name,places"}"#, "colonnes : Nom, Places", "columns: Name, Places"),
            (#"{"reason": "password"}"#, "motif : mot de passe", "reason: password"),
            (#"{"outcome": "waiting"}"#, "résultat : en attente", "outcome: waiting"),
            ("null", "", ""), ("[1]", "", ""),
        ] {
            let details = RecordDetails(json)
            #expect(details.text(.french).replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ") == french)
            #expect(details.text(.english) == english)
        }
    }

    @Test("What an entry is about is named, and an account by its address")
    func objects() {
        #expect(RecordPhrases.object("sign_up:1", nil, .english) == "sign-up \(Reference(signUp: 1))")
        #expect(RecordPhrases.object("session:bois", nil, .french) == "séance bois")
        #expect(RecordPhrases.object("account:x", "a@example.org", .french) == "a@example.org")
        #expect(RecordPhrases.object("account:x", nil, .english) == "an erased account")
    }

    @Test("Everything that a function writes beside an entry, or is about, has its words")
    func complete() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../sql/functions")
            .standardized
        var (objects, names) = (Set<String>(), Set<String>())
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let sql = try String(contentsOf: file, encoding: .utf8)
            for call in sql.matches(of: #/write_record\([^;]*;/#) {
                let text = String(call.0)
                for match in text.matches(of: #/'([a-z_]+):' \|\|/#) { objects.insert(String(match.1)) }
                // The names of an object stand at its every second place; the others are no plain words.
                for match in text.matches(of: #/(?:jsonb_build_object\(\s*|, )'([a-z_]+)', /#) {
                    names.insert(String(match.1))
                }
            }
        }
        #expect(objects.count > 8 && names.count > 20)
        #expect(objects.filter { !RecordPhrases.knows(object: $0) }.sorted() == [])
        #expect(names.filter { !RecordDetails.knows($0) }.sorted() == [])
    }
}
