/// Addresses in plain text that may be followed.
enum MessageLink {
    /// The first web address in a text: `https://` or `http://`, a host of letters, digits, dots and hyphens with a dot in it,
    /// and what ASCII characters of addresses (RFC 3986, section 2) follow. Without a user, which could pass for a host, and
    /// without the punctuation that ends the sentence.
    static func first(in text: Substring) -> Substring? {
        var rest = text
        while let match = rest.firstMatch(of: /https?:\/\/[A-Za-z0-9._~:\/?#\[\]@!$&'()*+,;=%\-]+/) {
            var link = match.0
            while let last = link.last, ".,;:!?'".contains(last) || last == ")" && !link.contains("(") {
                link.removeLast()
            }
            if isSafe(link) { return link }
            rest = rest[match.range.upperBound...]
        }
        return nil
    }

    private static func isSafe(_ link: Substring) -> Bool {
        guard let start = link.firstRange(of: "://")?.upperBound else { return false }
        let host = link[start...].prefix { !"/?#".contains($0) }
        let name = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let labels = name.first?.split(separator: ".", omittingEmptySubsequences: false), labels.count >= 2,
            name.count == 1 || name[1].allSatisfy(\.isNumber)
        else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
    }
}
