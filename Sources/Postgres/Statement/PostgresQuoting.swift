/// Quoting for the few statements that take no parameters, such as `CREATE DATABASE` and `LISTEN`.
public enum PostgresQuoting {
    /// A name, as SQL's delimited identifier.
    public static func identifier(_ name: String) -> String {
        "\"" + doubled(name, "\"") + "\""
    }

    /// A text, as SQL's string constant (with `standard_conforming_strings`, which is on unless switched off).
    public static func literal(_ text: String) -> String {
        "'" + doubled(text, "'") + "'"
    }

    /// Code point by code point, as the server reads: a quote with a combining mark behind it is a quote all the same.
    private static func doubled(_ text: String, _ quote: Unicode.Scalar) -> String {
        var doubled = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar != "\0" {
            doubled.append(scalar)
            if scalar == quote { doubled.append(quote) }
        }
        return String(doubled)
    }
}
