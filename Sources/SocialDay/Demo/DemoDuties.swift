internal import Registration

/// What the demo's organiser states: nobody's name, and plainly so.
enum DemoDuties {
    static var all: Duties {
        var duties = Duties()
        duties.controllerName = "Association de démonstration (fictive)"
        duties.controllerAddress = "1 rue de l’Exemple, 75000 Paris (adresse fictive)"
        duties.officerAddress = "dpo@demonstration.example"
        duties.legalBasis = .legitimateInterest
        duties.legalBasisNote = Localized(
            french: "Ceci est une démonstration : personne n’organise cette journée.",
            english: "This is a demonstration: nobody organises this day.")
        duties.conformity = .notConforming
        duties.accessibilityContact = "accessibilite@demonstration.example"
        return duties
    }
}
