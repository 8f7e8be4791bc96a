/// How something grew, day by day: a column each, the first and last day below and the largest number above.
public struct ColumnChart: Sendable {
    public let title: String
    public let values: [Int]
    public let first: String
    public let last: String
    public let peak: String

    public init(title: String, values: [Int], first: String, last: String, peak: String) {
        self.title = title
        self.values = values
        self.first = first
        self.last = last
        self.peak = peak
    }

    private static let (top, columnHeight) = (24, 120)

    public var svg: String {
        let largest = max(1, values.max() ?? 1)
        let bottom = Self.top + Self.columnHeight
        let columns = values.enumerated().map { index, value in
            let height = Int((Double(value) / Double(largest) * Double(Self.columnHeight)).rounded(.up))
            let left = Double(index) / Double(max(1, values.count))
            let width = 0.8 / Double(max(1, values.count))
            return """
                <rect class="taken" x="\(BarChart.percent(left))" y="\(bottom - height)" width="\(BarChart.percent(width))" \
                height="\(height)"/>
                """
        }
        let texts = """
            <text x="0" y="14">\(SVGText.escaped(peak))</text>\
            <line x1="0" x2="100%" y1="\(bottom)" y2="\(bottom)"/>\
            <text x="0" y="\(bottom + 18)">\(SVGText.escaped(first))</text>
            """
        let end =
            values.count > 1
            ? "<text x=\"100%\" y=\"\(bottom + 18)\" text-anchor=\"end\">\(SVGText.escaped(last))</text>" : ""
        return SVGText.chart(title: title, height: bottom + 26, columns.joined() + texts + end)
    }
}
