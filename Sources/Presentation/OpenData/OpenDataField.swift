public import Registration

/// The columns of the open data, in their order: first those of "Que faire à Paris ?", the city's own agenda (data set
/// `que-faire-a-paris-` of opendata.paris.fr), as far as they exist for a session; then what only this day has.
///
/// Names, meanings and values (`gratuit`; `libre`, `conseillee`, `obligatoire`) are those that published data dictionaries and
/// programs of others who use the data set agree upon, as of 2025; the city's site could not be asked itself. Of its fields
/// about access, `blind` and `mental` are left out: nothing here knows of them, and an empty column would promise something.
public enum OpenDataField: String, CaseIterable, Sendable {
    case id, url, title
    case leadText = "lead_text"
    case dateStart = "date_start"
    case dateEnd = "date_end"
    case occurrences
    case addressName = "address_name"
    case addressStreet = "address_street"
    case addressZipcode = "address_zipcode"
    case addressCity = "address_city"
    case addressText = "address_text"
    case latLon = "lat_lon"
    case pmr, deaf
    case signLanguage = "sign_language"
    case priceType = "price_type"
    case accessType = "access_type"
    case accessLink = "access_link"
    case audience, locale, programs
    case contactOrganisationName = "contact_organisation_name"
    case updatedAt = "updated_at"

    case titleEn = "title_en"
    case leadTextEn = "lead_text_en"
    case format, theme
    case hostLegalForm = "host_legal_form"
    case venue, arrondissement
    case accessNotes = "access_notes"
    case capacity
    case placesLeft = "places_left"
    case waiting
    case waitingList = "waiting_list"
    case status
    case signUpsOpenAt = "sign_ups_open_at"
    case signUpsCloseAt = "sign_ups_close_at"

    /// Whether the city's agenda has it too.
    public var isOfTheCity: Bool { Self.cityFields.contains(self) }

    private static let cityFields = Set(allCases.prefix { $0 != .titleEn })

    public var meaning: Localized {
        switch self {
        case .id: Localized("identifiant stable de la séance", "the session's stable identifier")
        case .url: Localized("page de la séance, en français", "the session's page, in French")
        case .title: Localized("titre, en français", "title, in French")
        case .leadText: Localized("résumé, en français", "summary, in French")
        case .dateStart: Localized("début, ISO 8601 avec le décalage", "start, ISO 8601 with the offset")
        case .dateEnd: Localized("fin, de même", "end, likewise")
        case .occurrences: Localized("début et fin, joints par « _ »", "start and end, joined by “_”")
        case .addressName: Localized("nom du lieu", "name of the venue")
        case .addressStreet: Localized("numéro et rue", "number and street")
        case .addressZipcode: Localized("code postal", "postcode")
        case .addressCity: Localized("ville", "city")
        case .addressText: Localized("salle", "room")
        case .latLon:
            Localized(
                "coordonnées WGS 84 ; dans le CSV, latitude puis longitude, séparées par une virgule",
                "WGS 84 coordinates; in the CSV, latitude then longitude, separated by a comma")
        case .pmr:
            Localized(
                "1 si le lieu est accessible en fauteuil, 0 sinon, vide si on ne sait pas",
                "1 where the venue is wheelchair accessible, 0 where not, empty where unknown")
        case .deaf:
            Localized(
                "1 si le lieu a une boucle magnétique, pour les personnes malentendantes, 0 sinon, vide si on ne sait pas",
                "1 where the venue has a hearing loop, for people who are hard of hearing, 0 where not, empty where unknown"
            )
        case .signLanguage:
            Localized("1 si la séance est en langue des signes, 0 sinon", "1 where the session is signed, 0 where not")
        case .priceType: Localized("toujours « gratuit »", "always “gratuit” (free)")
        case .accessType:
            Localized("toujours « obligatoire » : il faut s'inscrire", "always “obligatoire”: one has to sign up")
        case .accessLink: Localized("page où l'on s'inscrit", "the page where one signs up")
        case .audience: Localized("public, si ce n'est pas tout le monde", "audience, where it is not everyone")
        case .locale: Localized("langue parlée : fr ou en", "language spoken: fr or en")
        case .programs: Localized("nom de la journée", "name of the day")
        case .contactOrganisationName: Localized("structure qui anime la séance", "host that runs the session")
        case .updatedAt: Localized("dernière modification de la fiche", "when this record last changed")
        case .titleEn: Localized("titre, en anglais", "title, in English")
        case .leadTextEn: Localized("résumé, en anglais", "summary, in English")
        case .format:
            Localized(
                "format : workshop, talk, round_table, visit, training ou meeting",
                "format: workshop, talk, round_table, visit, training or meeting")
        case .theme:
            Localized(
                "thème : care, early_childhood, housing, exclusion, health, circular_economy ou transport",
                "theme: care, early_childhood, housing, exclusion, health, circular_economy or transport")
        case .hostLegalForm:
            Localized(
                "forme de la structure : association, cooperative, work_integration, adapted_company ou social_company",
                "the host's form: association, cooperative, work_integration, adapted_company or social_company")
        case .venue: Localized("identifiant stable du lieu", "the venue's stable identifier")
        case .arrondissement: Localized("arrondissement, de 1 à 20", "arrondissement, 1 to 20")
        case .accessNotes: Localized("comment accéder au lieu", "how to get into the venue")
        case .capacity: Localized("nombre de places", "number of places")
        case .placesLeft: Localized("places libres, à la seconde près", "places left, to the second")
        case .waiting: Localized("inscriptions en liste d'attente", "sign-ups on the waiting list")
        case .waitingList:
            Localized("1 s'il y a une liste d'attente, 0 sinon", "1 where there is a waiting list, 0 where not")
        case .status: Localized("scheduled ou cancelled (annulée)", "scheduled or cancelled")
        case .signUpsOpenAt: Localized("ouverture des inscriptions", "when sign-ups open")
        case .signUpsCloseAt: Localized("clôture des inscriptions", "when sign-ups close")
        }
    }
}
