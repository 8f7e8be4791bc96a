/// What drawings in pages are made of.
enum SVGText {
    static func chart(title: String, height: Int, _ content: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" width="100%" height="\(height)">\
        <title>\(escaped(title))</title>\(content)</svg>
        """
    }

    /// As an element's content.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
