/// An XML document as it is written, element by element.
struct XMLText {
    private var text: String
    private let root: String

    init(root: String, _ attributes: KeyValuePairs<String, String>) {
        self.root = root
        text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        open(root, attributes)
    }

    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        text += "<\(name)\(Self.list(attributes))>\n"
    }

    mutating func close(_ name: String) { text += "</\(name)>\n" }

    mutating func element(_ name: String, _ content: String) { text += "<\(name)>\(Self.escaped(content))</\(name)>\n" }

    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        text += "<\(name)\(Self.list(attributes))/>\n"
    }

    /// The whole document.
    func bytes() -> [UInt8] { Array((text + "</\(root)>\n").utf8) }

    private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    }

    /// What HTML escapes, and without the characters that no XML document may hold (XML 1.0, section 2.2).
    private static func escaped(_ text: String) -> String {
        HTMLText().escapeText(
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter { scalar in
                        scalar.value >= 0x20
                            ? scalar.value & 0xFFFE != 0xFFFE : "\t\n\r".unicodeScalars.contains(scalar)
                    })))
    }
}
