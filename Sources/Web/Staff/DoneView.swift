internal import Hummingbird
internal import Presentation
internal import Registration

/// What has just been done, and the way back where there is one.
struct DoneView: Sendable {
    let text: String
    let undo: String?

    init(_ text: String, undo: String? = nil) {
        self.text = text
        self.undo = undo
    }

    /// - Parameter change: What was done, as a page's address names it.
    init(_ text: String, change: ProgrammeChange.ID?) {
        self.init(text, undo: change.map { DeskAddress.undoChange($0).path })
    }

    /// Reads `done` and `change` of an address that something done led to.
    init?(_ request: Request, _ texts: [String: Localized], _ language: Language) {
        let parameters = request.uri.queryParameters
        guard let text = parameters["done"].flatMap({ texts[String($0)] }) else { return nil }
        self.init(text[language], change: parameters.get("change", as: Int64.self))
    }

    /// What the path of a session that was changed says of it.
    static func query(
        _ letters: [LetterPile], moved: Int, promoted: Int, _ change: ProgrammeChange.ID?
    ) -> String {
        query("saved", change) + "&letters=\(letters.mails)&moved=\(moved)&promoted=\(promoted)"
    }

    /// What a path says of it.
    static func query(_ done: String, _ change: ProgrammeChange.ID?) -> String {
        "?done=\(done)" + (change.map { "&change=\($0)" } ?? "")
    }
}
