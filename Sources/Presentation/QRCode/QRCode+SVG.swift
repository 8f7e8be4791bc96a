extension QRCode {
    /// The code as one SVG element for a page: dark on white whatever the page's colours are, since few readers take it the
    /// other way round; with its quiet zone; scaled by whoever gives it a size.
    ///
    /// - Parameter title: what a screen reader says in its place.
    public func svg(title: String) -> String {
        let side = size + 2 * Self.quietZone
        let path = (0..<size).flatMap { row in
            runs(row: row).map { run in
                "M\(run.lowerBound + Self.quietZone) \(row + Self.quietZone)h\(run.count)v1h-\(run.count)z"
            }
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="qr-code" role="img" viewBox="0 0 \(side) \(side)" \
            shape-rendering="crispEdges"><title>\(SVGText.escaped(title))</title>\
            <path fill="#fff" d="M0 0h\(side)v\(side)h-\(side)z"/><path fill="#000" d="\(path.joined())"/></svg>
            """
    }
}
