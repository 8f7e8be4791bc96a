/// Writes rows in one format. What can be written of them by now is taken from it, so that the list need not be in memory.
protocol ListWriter: AnyObject {
    /// The values in the order of the columns.
    func add(_ row: [ListValue]) throws(ExportError)

    /// After the last row.
    func end() throws(ExportError)

    /// The bytes that are ready, some 64 KiB at a time; empty where there are none. After `end`, until it is empty.
    func take() throws(ExportError) -> [UInt8]
}
