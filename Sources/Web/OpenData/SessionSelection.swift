internal import Foundation
internal import Hummingbird
internal import Registration

/// Which sessions a calendar, a feed or an embedded programme shows, from the parameters of its address.
///
/// What is not known selects nothing and is refused: a calendar that silently held everything would be no help.
struct SessionSelection: Hashable, Sendable {
    private let themes: Set<Theme>
    private let formats: Set<Format>
    private let arrondissements: Set<Int>
    private let languages: Set<Language>
    private let venues: Set<String>
    private let hosts: Set<String>

    init(_ request: Request) throws(Refusal) {
        let query = request.uri.queryParameters
        themes = try Self.read(query[values: "theme"]) { Theme(rawValue: $0) }
        formats = try Self.read(query[values: "format"]) { Format(rawValue: $0) }
        arrondissements = try Self.read(query[values: "arrondissement"]) {
            Int($0).flatMap { (1...20).contains($0) ? $0 : nil }
        }
        languages = try Self.read(query[values: "language"]) { Language(rawValue: $0) }
        venues = try Self.read(query[values: "venue"]) { $0.utf8.count <= 100 ? $0 : nil }
        hosts = try Self.read(query[values: "host"]) { $0.utf8.count <= 200 ? Self.short($0) : nil }
    }

    /// An empty value is a field left empty in a form.
    private static func read<Value>(
        _ texts: [Substring], _ parse: (String) -> Value?
    ) throws(Refusal) -> Set<Value> {
        var values: Set<Value> = []
        for text in texts where !text.isEmpty {
            guard let value = parse(String(text).replacing("+", with: " ")) else {
                throw .notFound
            }
            values.insert(value)
        }
        return values
    }

    func matches(_ session: Session) -> Bool {
        func fits<Value>(_ wanted: Set<Value>, _ value: Value) -> Bool { wanted.isEmpty || wanted.contains(value) }
        return fits(themes, session.theme) && fits(formats, session.format)
            && fits(arrondissements, session.venue.arrondissement) && fits(languages, session.language)
            && fits(venues, session.venue.slug) && (hosts.isEmpty || hosts.contains(Self.short(session.host.name)))
    }

    /// The same for every order and spelling of the same selection: what pages are kept under.
    var key: String {
        let parts: [(String, [String])] = [
            ("theme", themes.map(\.rawValue)), ("format", formats.map(\.rawValue)),
            ("arrondissement", arrondissements.map(String.init)), ("language", languages.map(\.rawValue)),
            ("venue", Array(venues)), ("host", Array(hosts)),
        ]
        return parts.flatMap { name, values in values.sorted().map { "\(name)=\(PageAddress.segment($0))" } }
            .joined(separator: "&")
    }

    /// A host's name in small letters without accents, words joined by hyphens: `les-cartographes-du-commun`.
    static func short(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "fr"))
            .replacing("œ", with: "oe").replacing("æ", with: "ae")
            .split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }
}
