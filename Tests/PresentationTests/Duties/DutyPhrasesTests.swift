import Foundation
import Registration
import Testing

@testable import Presentation

struct DutyPhrasesTests {
    private static func edition(_ duties: Duties) throws -> Edition {
        let day = try #require(CalendarDay("2026-11-30"))
        return Edition(
            id: 1, firstDay: day, lastDay: day, timeZone: try #require(TimeZone(identifier: "Europe/Paris")),
            duties: duties)
    }

    @Test("What is not stated is said to be that, and nothing is invented")
    func unstated() throws {
        for edition in [nil, try Self.edition(Duties())] {
            let french = DutyPhrases(.french, edition: edition)
            #expect(french.controller == "Responsable des données\u{A0}: pas encore indiqué par l’organisateur")
            #expect(french.conformity == "Accessibilité\u{A0}: non conforme")
            #expect(french.legalBasisNote == nil && french.gaps == nil && french.officerContact.link == nil)
            let english = DutyPhrases(.english, edition: edition)
            #expect(english.officer == "Data protection officer: not yet stated by the organiser")
            #expect(english.basis == "Legal basis: not yet stated by the organiser")
            #expect(english.legalBasis == "The organiser has not yet stated the legal basis.")
            #expect(english.declaration.contains("has not been audited"))
        }
        #expect(DutyPhrases(.french, edition: nil).erasure == nil)
    }

    @Test("The days on which data is erased are this edition's, the last of a shorter month included")
    func erasure() throws {
        let phrases = DutyPhrases(.french, edition: try Self.edition(Duties()))
        #expect(phrases.erasure == "Tout ce qui vous concerne est effacé le dimanche 28\u{A0}février 2027.")
        #expect(phrases.needsErasure?.hasSuffix("le lundi 7\u{A0}décembre 2026.") == true)
        #expect(phrases.withoutPlaceErasure?.hasSuffix("le mercredi 30\u{A0}décembre 2026.") == true)
        var duties = Duties()
        (duties.retentionMonths, duties.waitingRetentionMonths) = (1, 6)
        let short = try Self.edition(duties)
        #expect(short.deletionDay(of: .waiting) == short.deletionDay(of: .confirmed), "never later than the others")
    }

    @Test("A state of compliance other than none needs an audit to be declared")
    func declaration() throws {
        var duties = Duties()
        duties.conformity = .partial
        #expect(DutyPhrases(.english, edition: try Self.edition(duties)).declaration.contains("not been audited"))
        duties.auditedOn = CalendarDay("2026-03-01")
        #expect(
            DutyPhrases(.english, edition: try Self.edition(duties)).declaration
                == "Audit of Sunday 1\u{A0}March 2026: this site partially complies with the RGAA 4.1.")
    }

    @Test("Mail and web addresses become links, others stay text")
    func links() throws {
        for (address, link) in [
            ("dpo@example.org", "mailto:dpo@example.org"), ("https://example.org/dpo", "https://example.org/dpo"),
            ("1 rue de la Paix, 75002 Paris", nil), ("javascript:alert(1)", nil),
        ] {
            var duties = Duties()
            duties.officerAddress = address
            #expect(DutyPhrases(.french, edition: try Self.edition(duties)).officerContact.link == link)
        }
    }
}
