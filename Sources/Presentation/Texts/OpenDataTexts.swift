public import Registration

/// The page for those who reuse the programme.
public struct OpenDataTexts: Sendable {
    public let title = Localized("Données ouvertes", "Open data")
    public let description = Localized(
        "Le programme en CSV, JSON, calendrier et flux, et comment l'afficher sur votre site.",
        "The programme as CSV, JSON, calendar and feed, and how to show it on your own site.")
    public let lead = Localized(
        "Reprenez le programme où vous voulez : chaque fichier est à jour quand vous le demandez, avec les places qui restent. Aucune donnée sur les participants n'y figure.",
        "Take the programme wherever you like: each file is current when you ask for it, with the places left. Nothing about attendees is in it."
    )
    public let filesTitle = Localized("Fichiers", "Files")
    public let csv = Localized(
        "séances en CSV (UTF-8, virgules ; un texte qui ressemble à une formule commence par une apostrophe)",
        "sessions as CSV (UTF-8, commas; a text that looks like a formula begins with an apostrophe)")
    public let json = Localized("les mêmes en JSON", "the same as JSON")
    public let calendar = Localized(
        "calendrier à télécharger ou auquel s'abonner (iCalendar)", "calendar to download or subscribe to (iCalendar)")
    public let feed = Localized("flux des nouveautés (Atom)", "feed of what is new (Atom)")
    public let interface = Localized(
        "interface de programmation, décrite en OpenAPI", "programming interface, described in OpenAPI")
    public let filters = Localized(
        "Le calendrier et le flux prennent les mêmes filtres que le programme, par exemple theme=housing, format=workshop, arrondissement=11, language=en ou, sur plusieurs jours, day=2026-11-14 ; lang=fr ou lang=en choisit la langue des textes.",
        "The calendar and the feed take the same filters as the programme, such as theme=housing, format=workshop, arrondissement=11, language=en or, where there are several days, day=2026-11-14; lang=fr or lang=en chooses the language of the texts."
    )
    public let licenceTitle = Localized("Licence", "Licence")
    public let licence = Localized(
        "Licence ouverte 2.0 d'Etalab : reprenez, modifiez et publiez, même pour en vivre, en citant la source et la date. Nous l'avons préférée à l'ODbL, la licence du portail de la ville, parce qu'elle n'oblige pas une association à publier à son tour ce qu'elle en fait ; elle permet aussi de verser ces données dans une base sous ODbL.",
        "Etalab's Open Licence 2.0: take, change and publish it, for a living too, naming the source and the date. We prefer it to the ODbL, the licence of the city's portal, because it does not oblige an association to publish in turn what it makes of it; and it lets these data be added to a database under the ODbL."
    )
    public let licenceLink = Localized("le texte de la licence", "the text of the licence")
    public let fieldsTitle = Localized("Champs", "Fields")
    public let fields = Localized(
        "Les champs marqués d'une étoile portent le nom qu'ils ont dans « Que faire à Paris ? », l'agenda ouvert de la ville, tel que le décrivent ceux qui le réutilisent ; les autres sont les nôtres.",
        "The fields with a star have the name that they have in “Que faire à Paris”, the city's open agenda, as those who reuse it describe it; the others are ours."
    )
    public let field = Localized("Champ", "Field")
    public let meaning = Localized("Sens", "Meaning")
    public let ofTheCity = Localized("aussi dans l'agenda de la ville", "also in the city's agenda")
    public let embedTitle = Localized("Sur votre site", "On your own site")
    public let embed = Localized(
        "Copiez ces lignes dans votre page : vos séances s'y affichent, à jour, sans script ni cookie. Les liens mènent ici, dans un nouvel onglet.",
        "Copy these lines into your page: your sessions show there, current, without script or cookie. The links lead here, in a new tab."
    )
    public let snippet = Localized("Lignes à copier", "Lines to copy")
    public let embedFilters = Localized(
        "host prend le nom de votre structure ou sa forme courte, comme dans l'exemple ; day, theme, venue, format, arrondissement et language marchent de même, seuls ou ensemble.",
        "host takes your organisation's name or its short form, as in the example; day, theme, venue, format, arrondissement and language work likewise, alone or together."
    )
    public let embedTry = Localized("voir cet exemple", "see this example")
}

/// The programme as it stands on somebody else's site.
public struct EmbedTexts: Sendable {
    public let newTab = Localized(
        "Les liens s'ouvrent dans un nouvel onglet.", "Links open in a new tab.")
    public let empty = Localized(
        "Aucune séance ne correspond pour l'instant.", "No session matches for now.")
    public let whole = Localized("Tout le programme", "The whole programme")
}
