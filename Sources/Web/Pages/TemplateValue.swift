import Mustache

/// A value's properties by their names, read once. The template engine would reflect upon all of them again for each name that
/// a template looks up, which took more than half of a page's time. Views hold texts, truths and numbers, lists, and other views.
struct TemplateValue: MustacheParent, Sendable {
    private let properties: [String: any Sendable]

    init(_ value: Any) { self.init(Mirror(reflecting: value)) }

    private init(_ mirror: Mirror) {
        var properties: [String: any Sendable] = [:]
        for property in mirror.children {
            if let name = property.label, let value = Self.shown(property.value) { properties[name] = value }
        }
        self.properties = properties
    }

    func child(named name: String) -> Any? { properties[name] }

    /// - Returns: `nil` for an absent optional: the engine then looks further out for the name.
    private static func shown(_ value: Any) -> (any Sendable)? {
        switch value {
        case let text as String: return text
        case let truth as Bool: return truth
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { shown($0.value) }
        case .collection: return mirror.children.compactMap { shown($0.value) }
        case .struct: return TemplateValue(mirror)
        default: return String(describing: value)
        }
    }
}
