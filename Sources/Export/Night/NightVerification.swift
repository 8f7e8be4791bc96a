internal import Crypto
public import Foundation

/// Looks whether a night's folder is what its manifest says, file by file.
public struct NightVerification: Sendable {
    /// What was found out about one file.
    public struct Finding: Sendable {
        /// As in the manifest, or in the folder.
        public let name: String
        /// What is wrong with the file; `nil` where it is as it was written.
        public let problem: String?
    }

    /// In the order of the manifest; then what does not belong there.
    public let findings: [Finding]

    /// Whether nothing is wrong.
    public var isGood: Bool { findings.allSatisfy { $0.problem == nil } }

    /// An encrypted file is told by its SHA-256 as it is stored: nobody needs a key for that.
    public init(folder: URL) {
        let manifest: Manifest
        do { manifest = try Manifest.read(in: folder) } catch {
            findings = [Finding(name: Manifest.fileName, problem: "is missing or can't be read")]
            return
        }
        let known = Set(manifest.files.map(\.name) + [Manifest.fileName])
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        findings =
            manifest.files.map { file in
                Finding(name: file.name, problem: Self.problem(with: file, in: folder))
            }
            + present.filter { !known.contains($0) }.sorted().map { name in
                Finding(name: name, problem: "is not in the manifest")
            }
    }

    private static func problem(with file: StoredFile, in folder: URL) -> String? {
        guard !file.name.contains("/"),
            let handle = try? FileHandle(forReadingFrom: folder.appending(component: file.name))
        else { return "is missing or can't be read" }
        defer { try? handle.close() }
        var hash = SHA256()
        var bytes = 0
        do {
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
                hash.update(data: piece)
                bytes += piece.count
            }
        } catch { return "can't be read to its end" }
        if bytes != file.storedBytes { return "has \(bytes) bytes instead of \(file.storedBytes)" }
        let sha256 = hash.finalize().hexadecimal
        guard sha256 == file.storedSHA256 else { return "has been changed: its SHA-256 is another" }
        let isPlain = !file.name.hasSuffix(".cms")
        return isPlain && sha256 != file.sha256 ? "has two different SHA-256 in the manifest" : nil
    }
}
