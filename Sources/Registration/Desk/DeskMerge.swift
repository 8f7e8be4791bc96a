/// What one organiser typed, put on top of what another has saved meanwhile: nothing typed is lost, and what only the other one
/// changed is taken over.
public struct DeskMerge<Field: Hashable & Sendable>: Sendable {
    /// What the form says then.
    public private(set) var values: [Field: String] = [:]
    /// What the other one changed.
    public private(set) var changed: [Field] = []
    /// What of that this form says otherwise.
    public private(set) var disputed: Set<Field> = []

    /// - Parameters:
    ///   - fields: in the order in which they are told of.
    ///   - base: what the form was filled in from.
    ///   - saved: what stands now.
    public init(
        _ fields: [Field], typed: (Field) -> String, base: (Field) -> String, saved: (Field) -> String
    ) {
        for field in fields {
            let (typed, base, saved) = (typed(field), base(field), saved(field))
            values[field] = typed
            guard !saved.saysTheSame(as: base) else { continue }
            changed.append(field)
            if typed.saysTheSame(as: base) {
                values[field] = saved
            } else if !typed.saysTheSame(as: saved) {
                disputed.insert(field)
            }
        }
    }

    public subscript(field: Field) -> String { values[field] ?? "" }
}

extension String {
    /// Whether two texts of a form differ in nothing but what browsers do to them.
    func saysTheSame(as other: String) -> Bool { tidy == other.tidy }

    private var tidy: String { trimmingWhitespace().replacing("\r\n", with: "\n") }
}
