/// Where the files of an export are written. They appear together, once all are whole and synced.
protocol FilePlace: AnyObject {
    /// - Parameter name: of the plain file.
    func open(_ name: String) throws(ExportError) -> OutputFile
}
