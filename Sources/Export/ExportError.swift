/// Why an export was not written. No description holds anything about an attendee.
public enum ExportError: Error, CustomStringConvertible {
    case notWritten(path: String, reason: String)
    /// Another export is writing to the same folder.
    case folderInUse(path: String)
    /// There is no place for what must not touch the disk.
    case noMemoryFile(reason: String)
    /// libxlsxwriter's `lxw_error`.
    case workbook(code: Int)
    case unreadableAnswer
    /// Plain files, and nobody has said that they are meant.
    case refusedPlain
    /// OpenSSL's reason.
    case notEncrypted(reason: String)
    /// The rows that were read are not as many as the database counts in the same snapshot.
    case incomplete(list: String, rows: Int, expected: Int)

    public var description: String {
        switch self {
        case .notWritten(let path, let reason):
            "can't write '\(path)': \(reason). Nothing of this export was left behind, and the earlier ones are as they "
                + "were; make room or choose another folder, and try again"
        case .folderInUse(let path): "another export is writing to '\(path)'; try again when it has ended"
        case .noMemoryFile(let reason):
            "no file in memory for a workbook: \(reason). Leave xlsx away, or mount a tmpfs at /dev/shm"
        case .workbook(let code): "libxlsxwriter could not write a workbook (lxw_error \(code)); is /dev/shm full?"
        case .unreadableAnswer: "the database sent rows in a form that this program does not know"
        case .refusedPlain:
            "it would not be encrypted: name certificates in SOCIALDAY_EXPORT_RECIPIENTS, or write 'none' where plain "
                + "files are meant"
        case .notEncrypted(let reason): "a file could not be encrypted: \(reason)"
        case .incomplete(let list, let rows, let expected):
            "'\(list)' would have \(rows) rows where the database counts \(expected)"
        }
    }
}
