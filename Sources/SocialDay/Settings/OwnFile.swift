internal import Foundation

/// Writes files that one start makes for the next ones.
enum OwnFile {
    /// The file is there whole or not at all, whenever the program is killed, and has its permissions from its first byte on.
    /// `FileManager` would give it them when it is there already.
    ///
    /// - Throws: `SettingsError`.
    static func write(_ bytes: Data, to file: URL, permissions: mode_t = 0o600) throws(SettingsError) {
        let unfinished = file.path + ".new"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, permissions)
        guard descriptor >= 0, isWritten(bytes, descriptor), rename(unfinished, file.path) == 0 else {
            throw SettingsError(["can't write '\(file.path)'; check the folder's permissions and the room on its disk"])
        }
    }

    /// Closes the file.
    private static func isWritten(_ bytes: Data, _ descriptor: Int32) -> Bool {
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        return (try? handle.write(contentsOf: bytes)) != nil && (try? handle.synchronize()) != nil
    }
}
