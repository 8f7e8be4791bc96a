import Presentation
import Registration

/// How to reuse the programme: files, fields, licence, and the lines for one's own site.
struct OpenDataView: Sendable {
    let files: [File]
    let fields: [Field]
    let licence: String
    let example: String
    let snippet: String

    struct File: Sendable {
        let path: String
        let text: String
    }

    struct Field: Sendable {
        let name: String
        let meaning: String
        let isOfTheCity: Bool
    }

    /// - Parameters:
    ///   - host: A host of the programme, for the example.
    ///   - origin: `https://example.org`
    init(host: String?, origin: String, language: Language) {
        let texts = Texts.all.openData
        let lang = "?lang=\(language.rawValue)"
        files = [
            File(path: "/open-data/sessions.csv", text: texts.csv[language]),
            File(path: "/open-data/sessions.json", text: texts.json[language]),
            File(path: "/programme.ics" + lang, text: texts.calendar[language]),
            File(path: "/programme.atom" + lang, text: texts.feed[language]),
            File(path: "/api/v1/openapi.json", text: texts.interface[language]),
        ]
        fields = OpenDataField.allCases.map {
            Field(name: $0.rawValue, meaning: $0.meaning[language], isOfTheCity: $0.isOfTheCity)
        }
        licence = OpenDataReply.licenceText
        let query = host.map { "?host=" + PageAddress.segment(SessionSelection.short($0)) } ?? ""
        example = PageAddress.embed.path(language) + query
        let title = Texts.all.site.dayName[language]
        snippet = """
            <iframe src="\(origin)\(example)" title="\(title)"
              width="100%" height="600" style="border:0" loading="lazy"></iframe>
            """
    }
}
