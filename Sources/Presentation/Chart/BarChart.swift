/// How much of each of several things is taken: a bar each, its name and numbers above it, drawn as SVG.
///
/// Lengths along the bars are percentages and everything else is pixels, so that a telephone shows it as legibly as a large
/// screen; the part that is taken is filled and the rest outlined, so that it reads without colour. All colours are the
/// style sheet's (`.chart`).
public struct BarChart: Sendable {
    public struct Bar: Sendable {
        public let name: String
        /// As it is printed: `48 / 120`.
        public let value: String
        /// Of the longest bar, 0 to 1.
        public let length: Double
        /// Of this bar, 0 to 1.
        public let filled: Double

        public init(name: String, value: String, length: Double = 1, filled: Double) {
            self.name = name
            self.value = value
            self.length = min(max(length, 0), 1)
            self.filled = min(max(filled, 0), 1)
        }
    }

    /// What a screen reader says in its place; the numbers are in a table beside it.
    public let title: String
    public let bars: [Bar]

    public init(title: String, bars: [Bar]) {
        self.title = title
        self.bars = bars
    }

    private static let rowHeight = 46

    public var svg: String {
        let rows = bars.enumerated().map { index, bar in
            let top = index * Self.rowHeight
            let length = Self.percent(bar.length)
            return """
                <text x="0" y="\(top + 16)">\(SVGText.escaped(bar.name))</text>\
                <text x="100%" y="\(top + 16)" text-anchor="end">\(SVGText.escaped(bar.value))</text>\
                <rect class="rest" x="1" y="\(top + 23)" width="\(length)" height="12" rx="3"/>\
                <rect class="taken" x="1" y="\(top + 23)" width="\(Self.percent(bar.length * bar.filled))" height="12" rx="3"/>
                """
        }
        return SVGText.chart(title: title, height: bars.count * Self.rowHeight, rows.joined())
    }

    /// Of the width, less a little for the outline.
    static func percent(_ share: Double) -> String {
        let thousandths = Int((share * 994).rounded())
        return "\(thousandths / 10).\(thousandths % 10)%"
    }
}
