/// Quoting for the few statements that take no parameters, such as `CREATE DATABASE` and `LISTEN`.
public enum PostgresQuoting {
    /// A name, as SQL's delimited identifier.
    public static func identifier(_ name: String) -> String {
        let doubled = name.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
        return "\"" + String(doubled.filter { $0 != "\0" }) + "\""
    }
}
