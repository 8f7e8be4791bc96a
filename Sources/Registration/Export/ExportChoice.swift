/// A choice of columns that somebody saved under a name.
public struct ExportChoice: Identifiable, Hashable, Sendable {
    public let id: Int64
    public let name: String
    /// Their keys, in order.
    public let columns: [String]

    public init(id: Int64, name: String, columns: [String]) {
        self.id = id
        self.name = name
        self.columns = columns
    }
}
