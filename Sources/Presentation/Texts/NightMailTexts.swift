public import Registration

/// The fixed sentences of mails about the nightly export.
public struct NightMailTexts: Sendable {
    public let writtenSubject = Localized("Les listes de la nuit sont prêtes", "Last night's lists are ready")
    public let writtenTitle = Localized("Les listes de la nuit sont prêtes", "Last night's lists are ready")
    public let sinceTitle = Localized("Depuis la nuit d'avant", "Since the night before")
    public let first = Localized(
        "C'est la première nuit : la prochaine dira ce qui a changé.",
        "This is the first night: the next one will say what has changed.")
    public let action = Localized("Voir les exports", "See the exports")
    public let proof = Localized(
        "Chaque liste compte autant de lignes que la base de données d'inscriptions, au même instant. Les listes elles-mêmes ne partent jamais par mail.",
        "Each list has as many rows as the database has sign-ups, at the same instant. The lists themselves never go by mail."
    )
    public let failedSubject = Localized(
        "Les listes de la nuit n'ont pas pu être écrites", "Last night's lists could not be written")
    public let failedTitle = Localized(
        "Les listes de la nuit n'ont pas pu être écrites", "Last night's lists could not be written")
    public let failed = Localized(
        "Les nuits précédentes sont intactes, et aucune inscription n'est perdue. Transmettez ce message à la personne qui exploite le service.",
        "The earlier nights are as they were, and no sign-up is lost. Pass this message on to whoever runs the service."
    )
    public let reason = Localized("Raison donnée par le programme", "Reason given by the program")
    public let again = Localized(
        "Le service essaie encore tous les quarts d'heure, et ne vous écrira plus de cet échec.",
        "The service tries again every quarter of an hour, and will not write to you again about this failure.")
}
