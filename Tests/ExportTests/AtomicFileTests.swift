import Foundation
import Testing

@testable import Export

struct AtomicFileTests {
    @Test("A file appears whole when it is finished, not before, and for its owner only")
    func appears() throws {
        try withFolder { folder in
            let path = folder.appending(component: "list.csv").path
            let line = Array("0123456789abcde\n".utf8)
            var file = try AtomicFile(path: path)
            for _ in 1...10_000 { try file.append(line) }
            #expect(!FileManager.default.fileExists(atPath: path))
            try file.finish()
            #expect(try contents(of: folder) == ["list.csv"])
            #expect(FileManager.default.contents(atPath: path)?.count == 160_000)
            let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(permissions == 0o600)
        }
    }

    @Test("A writer that throws leaves nothing of its own, and the earlier file as it was")
    func thrown() throws {
        try withFolder { folder in
            let path = folder.appending(component: "list.csv").path
            try write("earlier", to: path)
            #expect(throws: Interrupted.self) {
                var file = try AtomicFile(path: path)
                try file.append(Array(repeating: 7, count: 100_000))
                throw Interrupted()
            }
            #expect(try contents(of: folder) == ["list.csv"])
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "earlier")
        }
    }

    @Test("A finished file takes the place of the earlier one, and of what a killed writer left")
    func replaced() throws {
        try withFolder { folder in
            let path = folder.appending(component: "list.csv").path
            try "longer than what comes after it".write(toFile: path, atomically: false, encoding: .utf8)
            try "longer than what comes after it".write(toFile: path + ".partial", atomically: false, encoding: .utf8)
            try write("later", to: path)
            #expect(try contents(of: folder) == ["list.csv"])
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "later")
        }
    }

    @Test("Of two writers of one file the second is refused, and the first's is whole")
    func twoWriters() throws {
        try withFolder { folder in
            let path = folder.appending(component: "list.csv").path
            var first = try AtomicFile(path: path)
            try first.append(Array("one ".utf8))
            let error = #expect(throws: ExportError.self) { try write("second", to: path) }
            #expect(error?.description.contains("another export") == true)
            try first.append(Array("file".utf8))
            try first.finish()
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "one file")
        }
    }

    @Test("Where nothing can be written, the error says which file and why")
    func refused() throws {
        try withFolder { folder in
            let path = folder.appending(components: "nowhere", "list.csv").path
            let error = #expect(throws: ExportError.self) { try write("x", to: path) }
            #expect(error?.description.contains(path) == true)
            #expect(error?.description.contains("No such file") == true)

            let taken = folder.appending(component: "folder")
            try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: false)
            #expect(throws: ExportError.self) { try write("x", to: taken.path) }
            #expect(try contents(of: folder) == ["folder"])
        }
    }

    private struct Interrupted: Error {}

    private func write(_ text: String, to path: String) throws {
        var file = try AtomicFile(path: path)
        try file.append(Array(text.utf8))
        try file.finish()
    }
}
