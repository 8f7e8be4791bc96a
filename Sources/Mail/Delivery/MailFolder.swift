public import Foundation

/// Puts mails into a folder as `.eml` files, which mail readers open: for the demo.
public struct MailFolder: Delivery {
    public let lanes = 1

    private let folder: URL

    public init(_ folder: URL) { self.folder = folder }

    /// A file is there whole or not at all, and one mail is one file however often it is written. Its name tells no address.
    public func deliver(_ message: MailMessage) async throws(DeliveryFailure) {
        let name = message.name + ".eml"
        let temporary = folder.appending(component: ".\(name).new")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(message.bytes).write(to: temporary)
        } catch { throw DeliveryFailure(.serverTrouble, "the mail can't be written to its folder") }
        guard rename(temporary.path, folder.appending(component: name).path) == 0 else {
            throw DeliveryFailure(.serverTrouble, "the mail can't be put into its folder")
        }
    }

    public func abort() {}
}
