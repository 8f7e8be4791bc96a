import Foundation
import FoundationXML
import Testing

@testable import Presentation

@Suite("Charts")
struct BarChartTests {
    @Test("A chart is well-formed XML, without styles of its own, whatever its names hold")
    func wellFormed() throws {
        let bars = [
            BarChart.Bar(name: "<b>&\"", value: "1 / 2", length: 1, filled: 0.5),
            BarChart.Bar(name: "none", value: "0 / 0", length: 0, filled: 0),
        ]
        let columns = ColumnChart(title: "a & b", values: [0, 5, 2], first: "1", last: "3", peak: "5")
        for svg in [BarChart(title: "<t>", bars: bars).svg, columns.svg] {
            let parser = XMLParser(data: Data(svg.utf8))
            #expect(parser.parse(), "\(svg)")
            #expect(!svg.contains("style=") && svg.contains("role=\"img\"") && svg.contains("<title>"))
        }
    }

    @Test("Bars are as long as their shares, and never longer than the chart")
    func lengths() {
        let bars = [
            BarChart.Bar(name: "a", value: "", length: 1, filled: 1),
            BarChart.Bar(name: "b", value: "", length: 0.5, filled: 0.5),
            BarChart.Bar(name: "c", value: "", length: 3, filled: -1),
        ]
        let svg = BarChart(title: "", bars: bars).svg
        let widths = svg.matches(of: /class="(rest|taken)"[^>]* width="([0-9.]+)%"/).map { "\($0.1) \($0.2)" }
        #expect(widths == ["rest 99.4", "taken 99.4", "rest 49.7", "taken 24.9", "rest 99.4", "taken 0.0"])
    }

    @Test("The tallest column is the largest value, and a single day has no second date")
    func columns() {
        let svg = ColumnChart(title: "", values: [1, 4], first: "a", last: "b", peak: "4").svg
        #expect(svg.contains("height=\"30\"") && svg.contains("height=\"120\""))
        #expect(!ColumnChart(title: "", values: [1], first: "a", last: "b", peak: "1").svg.contains(">b<"))
    }
}
