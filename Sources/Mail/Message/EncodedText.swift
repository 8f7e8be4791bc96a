internal import Foundation

/// How text travels in mails, whose lines are short and whose headers know only ASCII.
enum EncodedText {
    /// A header's text: as it is where that is plain and short, otherwise as encoded words (RFC 2047) of whole characters.
    static func header(_ text: String) -> String {
        let text = String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
        if text.utf8.count <= 60, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !text.contains("=?") {
            return text
        }
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            // An encoded word holds at most 75 characters: 45 bytes in base 64, and what frames them.
            if word.utf8.count + String(scalar).utf8.count > 42 {
                words.append(word)
                word = ""
            }
            word.unicodeScalars.append(scalar)
        }
        words.append(word)
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// Quoted-printable (RFC 2045, section 6.7): readable where it is ASCII, lines of at most 76.
    static func quotedPrintable(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        var column = 0
        let lines = text.replacing("\r\n", with: "\n").utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index > 0 {
                result += [13, 10]
                column = 0
            }
            for (place, byte) in line.enumerated() {
                let isLast = place == line.count - 1
                let isPlain =
                    (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || byte == UInt8(ascii: " ") && !isLast
                let piece =
                    isPlain
                    ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                if column + piece.count > (isLast ? 76 : 75) {
                    result += [UInt8(ascii: "="), 13, 10]
                    column = 0
                }
                result += piece
                column += piece.count
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Base 64 in lines of 76.
    static func base64(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
    }
}
