/// Quoting for the few statements that take no parameters, such as `CREATE DATABASE` and `LISTEN`.
public enum PostgresQuoting {
    /// A name, as SQL's delimited identifier.
    ///
    /// Code point by code point, as the server reads: a quote with a combining mark behind it is a quote all the same.
    public static func identifier(_ name: String) -> String {
        var doubled = String.UnicodeScalarView()
        for scalar in name.unicodeScalars where scalar != "\0" {
            doubled.append(scalar)
            if scalar == "\"" { doubled.append(scalar) }
        }
        return "\"" + String(doubled) + "\""
    }
}
