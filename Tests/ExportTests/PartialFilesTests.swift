import Foundation
import Testing

@testable import Export

struct PartialFilesTests {
    @Test("Files appear whole when all are, not before, and for their owner only")
    func appear() throws {
        try withFolder { folder in
            let files = try PartialFiles(folder: folder.path)
            let line = Array("0123456789abcde\n".utf8)
            let one = try files.open("one.csv")
            for _ in 1...10_000 { try one.append(line) }
            let stored = try one.finish(rows: 10_000)
            #expect(stored.bytes == 160_000 && stored.storedBytes == 160_000 && stored.rows == 10_000)
            try write("2", to: "two.csv", files)
            #expect(try contents(of: folder).allSatisfy { $0.hasSuffix(".partial") })
            try files.appear()
            #expect(try contents(of: folder) == ["one.csv", "two.csv"])
            let path = folder.appending(component: "one.csv").path
            #expect(FileManager.default.contents(atPath: path)?.count == 160_000)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("A writer that throws leaves nothing of its own, and the earlier files as they were")
    func thrown() throws {
        try withFolder { folder in
            try write(["list.csv": "earlier"], to: folder)
            #expect(throws: Interrupted.self) {
                let files = try PartialFiles(folder: folder.path)
                try write("later", to: "list.csv", files)
                throw Interrupted()
            }
            #expect(try contents(of: folder) == ["list.csv"])
            #expect(try text("list.csv", in: folder) == "earlier")
        }
    }

    @Test("Finished files take the place of the earlier ones, and what a killed writer left is gone")
    func replaced() throws {
        try withFolder { folder in
            try write(["list.csv": "longer than what comes after it"], to: folder)
            for name in ["list.csv.partial", "other.xlsx.partial", "mine.partial"] {
                try Data("left".utf8).write(to: folder.appending(component: name))
            }
            try write(["list.csv": "later"], to: folder)
            #expect(try contents(of: folder) == ["list.csv", "mine.partial"])
            #expect(try text("list.csv", in: folder) == "later")
        }
    }

    @Test("Of two exports into one folder the second is refused, and the first's files are whole")
    func twoWriters() throws {
        try withFolder { folder in
            let first = try PartialFiles(folder: folder.path)
            let file = try first.open("list.csv")
            try file.append(Array("one ".utf8))
            let error = #expect(throws: ExportError.self) { try write(["list.csv": "second"], to: folder) }
            #expect(error?.description.contains("another export") == true)
            try file.append(Array("file".utf8))
            _ = try file.finish(rows: 0)
            try first.appear()
            #expect(try text("list.csv", in: folder) == "one file")
        }
    }

    @Test("Where nothing can be written, the error says which folder and why")
    func refused() throws {
        try withFolder { folder in
            let taken = folder.appending(component: "file")
            try Data().write(to: taken)
            let error = #expect(throws: ExportError.self) { try write(["x.csv": "x"], to: taken) }
            #expect(error?.description.contains(taken.path) == true)
        }
    }

    private struct Interrupted: Error {}

    private func write(_ texts: [String: String], to folder: URL) throws {
        let files = try PartialFiles(folder: folder.path)
        for (name, text) in texts { try write(text, to: name, files) }
        try files.appear()
    }

    private func write(_ text: String, to name: String, _ files: PartialFiles) throws {
        let file = try files.open(name)
        try file.append(Array(text.utf8))
        _ = try file.finish(rows: 0)
    }

    private func text(_ name: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(component: name), encoding: .utf8)
    }
}
