internal import Presentation
internal import Registration

/// A page with one small form: logging in, a code, a new password.
struct GateView: Sendable {
    var notice: NoticeView?
    var title: String
    var lead: String?
    var action: String
    var formToken: String
    var hidden: [Hidden] = []
    var fields: [Field]
    var submit: String
    /// Where else one may have wanted to go.
    var other: [Link] = []

    struct Hidden: Sendable {
        let name: String
        let value: String

        /// Where to go on to, and what was typed before: a `HeldForm`, sealed.
        static func leading(to next: String?, holding held: String?) -> [Hidden] {
            [next.map { Hidden(name: "to", value: $0) }, held.map { Hidden(name: HeldForm.name, value: $0) }]
                .compactMap(\.self)
        }
    }

    struct Link: Sendable {
        let path: String
        let label: String
    }

    struct Field: Sendable {
        let name: String
        let label: String
        let type: String
        /// What browsers and password managers know it by (HTML, section 4.10.18.7).
        let autocomplete: String
        var hint: String?
        var error: String?
        var value = ""
        var inputMode: String?
        var maximum = 254

        /// The ids of what describes it.
        var description: String? {
            let ids = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
            return ids.isEmpty ? nil : ids.joined(separator: " ")
        }
    }
}

extension NoticeView {
    /// - Parameters:
    ///   - kind: `bad` or `info`.
    ///   - errors: Points, each leading to its field.
    init(_ title: String, _ body: String?, kind: String = "info", _ errors: [FieldError] = []) {
        self.kind = kind
        self.title = title
        self.body = body
        self.errors = errors
        hasErrors = !errors.isEmpty
    }
}
