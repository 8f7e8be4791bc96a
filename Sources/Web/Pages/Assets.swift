import Crypto
import Foundation

/// The style sheet, the script and the icon, read once. Their addresses hold a hash of their content, so that a browser may
/// keep them for ever.
struct Assets: Sendable {
    let styleSheet: Asset
    let staffStyleSheet: Asset
    let script: Asset
    let icon: Asset
    /// In the order in which they run.
    let doorScripts: [Asset]
    /// Keeps the door's page working without network; it has an address of its own, since its scope hangs on that.
    let doorWorker: Asset
    let boardScript: Asset
    /// Shown where a link to a page is shared: `picture.svg`, drawn at 1200 by 630.
    let picture: Asset

    /// - Throws: the file system's error where one is missing.
    init(folder: URL) throws {
        styleSheet = try Asset("site.css", type: "text/css; charset=utf-8", in: folder)
        staffStyleSheet = try Asset("staff.css", type: "text/css; charset=utf-8", in: folder)
        script = try Asset("site.js", type: "text/javascript; charset=utf-8", in: folder)
        doorScripts = try ["-store", "-list", "-page", "-sound", "-camera", "-line", ""].map { part in
            try Asset("door\(part).js", type: "text/javascript; charset=utf-8", in: folder)
        }
        doorWorker = try Asset("door-store.js", "door-worker.js", type: "text/javascript; charset=utf-8", in: folder)
        boardScript = try Asset("board.js", type: "text/javascript; charset=utf-8", in: folder)
        icon = try Asset("icon.svg", type: "image/svg+xml", in: folder)
        picture = try Asset("picture.png", type: "image/png", in: folder)
    }

    /// Those that travel with the program.
    static func bundled() throws -> Assets {
        try Assets(folder: Bundle.module.bundleURL.appending(path: "Assets"))
    }

    /// - Parameter path: `/assets/site.0123456789ab.css`; `nil` for an address that no present page links to.
    func asset(at path: some StringProtocol) -> Asset? {
        let all = [styleSheet, staffStyleSheet, script, boardScript, icon, picture] + doorScripts
        return all.first { $0.path == path }
    }
}

/// One file that pages link to.
struct Asset: Sendable {
    let path: String
    let bytes: [UInt8]
    let contentType: String

    /// What may be said of it whatever the answer: its address changes with its content.
    static let cacheControl = "public, max-age=31536000, immutable"

    /// - Parameter names: Of files that follow one another; the last one is its own.
    init(_ names: String..., type: String, in folder: URL) throws {
        bytes = try names.flatMap { try Array(Data(contentsOf: folder.appending(path: $0))) }
        contentType = type
        let hash = SHA256.hash(data: bytes).prefix(6).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 2 ? text : "0" + text
        }
        let parts = names[names.count - 1].split(separator: ".")
        path = "/assets/\(parts[0]).\(hash.joined()).\(parts[1])"
    }
}
