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

    private static func doubled(_ text: String, _ quote: Character) -> String {
        String(text.flatMap { $0 == quote ? [$0, $0] : [$0] }.filter { $0 != "\0" })
    }
}
