public import Registration

/// What the desk's forms and lists of changes call things.
public enum DeskFieldNames {
    /// - Parameter field: A name of a form's field or an import file's column.
    public static func name(of field: String) -> Localized {
        if field.hasPrefix("room_"), field != "room_capacity" {
            let room = field.dropFirst("room_".count)
            return Localized("Capacité de la salle « \(room) »", "Capacity of the room “\(room)”")
        }
        return names[field] ?? Localized(french: field, english: field)
    }

    public static func hint(of field: String) -> Localized? { hints[field] }

    private static let names: [String: Localized] = [
        "slug": Localized("Identifiant dans l'adresse", "Slug in the address"),
        "title_fr": Localized("Titre en français", "Title in French"),
        "title_en": Localized("Titre en anglais", "Title in English"),
        "summary_fr": Localized("Résumé en français", "Summary in French"),
        "summary_en": Localized("Résumé en anglais", "Summary in English"),
        "format": Localized("Genre", "Format"), "theme": Localized("Thème", "Theme"),
        "host": Localized("Structure", "Host"), "venue": Localized("Lieu", "Venue"),
        "room": Localized("Salle", "Room"), "starts_at": Localized("Début", "Start"),
        "ends_at": Localized("Fin", "End"), "capacity": Localized("Capacité", "Capacity"),
        "language": Localized("Langue parlée", "Language spoken"),
        "sign_language": Localized("Interprétée en langue des signes", "Interpreted in sign language"),
        "waiting_list": Localized("Avec liste d'attente", "With a waiting list"),
        "audience": Localized("Public", "Audience"),
        "sign_ups_open_at": Localized("Ouverture des inscriptions", "Sign-ups open"),
        "sign_ups_close_at": Localized("Clôture des inscriptions", "Sign-ups close"),
        "published": Localized("Au programme", "In the programme"), "cancelled": Localized("Annulée", "Cancelled"),
        "name": Localized("Nom", "Name"), "address": Localized("Adresse", "Address"),
        "postcode": Localized("Code postal", "Postcode"), "city": Localized("Ville", "City"),
        "arrondissement": Localized("Arrondissement", "District"), "latitude": Localized("Latitude (nord)", "Latitude"),
        "longitude": Localized("Longitude (est)", "Longitude"),
        "wheelchair_accessible": Localized("Accessible en fauteuil roulant", "Wheelchair accessible"),
        "hearing_loop": Localized("Boucle magnétique", "Hearing loop"),
        "access_notes": Localized("Précisions sur l'accès", "Notes on access"),
        "legal_form": Localized("Forme juridique", "Legal form"),
        "contact_email": Localized("Adresse mail du contact", "Contact's email address"),
        "text_fr": Localized("Texte en français", "Text in French"),
        "text_en": Localized("Texte en anglais", "Text in English"),
        "since": Localized("Depuis", "From"), "until": Localized("Jusqu'à", "Until"),
    ]

    private static let hints: [String: Localized] = [
        "slug": Localized(
            "Laissez vide pour le tirer du titre ou du nom. Il ne change plus ensuite.",
            "Leave it empty to make it from the title or name. It can't change afterwards."),
        "audience": Localized("Si elle n'est pas pour tout le monde.", "Where it is not for everyone."),
        "sign_ups_open_at": Localized("Vide : avec l'édition.", "Empty: with the edition."),
        "sign_ups_close_at": Localized("Vide : une heure avant le début.", "Empty: one hour before the start."),
        "latitude": Localized("En degrés, comme 48,8606.", "In degrees, such as 48.8606."),
        "longitude": Localized("En degrés, comme 2,3376.", "In degrees, such as 2.3376."),
        "contact_email": Localized(
            "Y partent les liens de la porte et les feuilles d'émargement. Vide : personne.",
            "The links to the doors and the sign-in sheets go there. Empty: nobody."),
        "room_capacity": Localized(
            "Ce que permet la sécurité incendie.", "What fire safety allows."),
    ]
}
