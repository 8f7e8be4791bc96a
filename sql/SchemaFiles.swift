internal import Crypto
internal import Foundation

/// One file of SQL, by its name: `migrations/0001-registration`, `functions/api.sign_up`, `views/api.programme`.
public struct SchemaChange: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    let sql: String
    let checksum: String

    init(name: String, sql: String) {
        self.name = name
        self.sql = sql
        checksum = SHA256.hash(data: Array(sql.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    public var description: String { name }
}

/// A change as the database remembers it.
struct AppliedChange: Hashable, Sendable {
    let name: String
    let checksum: String
}

/// The files that travel with the program.
struct SchemaFiles: Sendable {
    /// In the order of their numbers.
    let migrations: [SchemaChange]
    /// Functions, then views, which may call them.
    let replaceable: [SchemaChange]

    static func bundled() throws -> SchemaFiles {
        SchemaFiles(
            migrations: try read(folder: "migrations"),
            replaceable: try read(folder: "functions") + read(folder: "views"))
    }

    /// Migrations that the database lacks.
    ///
    /// - Throws: `SchemaError` where it holds others, or the same with another text.
    func pendingMigrations(_ applied: [AppliedChange]) throws(SchemaError) -> [SchemaChange] {
        let names = Set(migrations.map(\.name))
        let unknown = applied.map(\.name).filter { $0.hasPrefix("migrations/") && !names.contains($0) }
        guard unknown.isEmpty else { throw .newerThanProgram(migrations: unknown.sorted()) }
        let checksums = Dictionary(uniqueKeysWithValues: applied.map { ($0.name, $0.checksum) })
        for change in migrations {
            if let checksum = checksums[change.name], checksum != change.checksum {
                throw .edited(migration: change.name)
            }
        }
        return migrations.filter { checksums[$0.name] == nil }
    }

    /// Functions and views that the database lacks or has with another text; all of them where one is pending, because a
    /// file may drop what another one leans on.
    func pendingReplaceable(_ applied: [AppliedChange]) -> [SchemaChange] {
        let known = Set(applied)
        let isCurrent = replaceable.allSatisfy { known.contains(AppliedChange(name: $0.name, checksum: $0.checksum)) }
        return isCurrent ? [] : replaceable
    }

    private static func read(folder: String) throws -> [SchemaChange] {
        let url = Bundle.module.bundleURL.appending(component: folder)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
            throw SchemaError.missingFiles(folder: url.path)
        }
        return try names.filter { $0.hasSuffix(".sql") }.sorted().map { name in
            let sql = try String(contentsOf: url.appending(component: name), encoding: .utf8)
            return SchemaChange(name: "\(folder)/\(name.dropLast(".sql".count))", sql: sql)
        }
    }
}
