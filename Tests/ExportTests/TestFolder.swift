import Foundation

/// A new folder, gone after `body`.
func withFolder<Value>(
    isolation: isolated (any Actor)? = #isolation, _ body: (URL) async throws -> Value
) async throws -> Value {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

/// The names of what lies in a folder.
func contents(of folder: URL) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
}

private func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(component: "export-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
}
