public import Foundation
public import Registration

#if canImport(Glibc)
    internal import Glibc
#endif

/// The folder that holds one folder for each night, named after its date.
public struct Nights: Sendable {
    /// Made by the first night where it is missing, for its user alone.
    public let root: URL

    /// Looks at nothing yet.
    public init(root: URL) { self.root = root }

    /// The nights that are there whole, the earliest first.
    public var all: [CalendarDay] {
        names().compactMap { CalendarDay($0) }.filter { manifest(of: $0) != nil }.sorted()
    }

    /// Where a night is, or would be.
    public func folder(of night: CalendarDay) -> URL { root.appending(component: night.description) }

    /// What a whole night holds; `nil` where it is not there.
    public func manifest(of night: CalendarDay) -> Manifest? { try? Manifest.read(in: folder(of: night)) }

    /// Makes the folder where it is missing, and removes what killed exports left. Not while another one is at work.
    func prepare() throws(ExportError) {
        do {
            try FileManager.default.createDirectory(
                at: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .notWritten(path: root.path, reason: "the folder can't be made") }
        for name in names() where Self.isLeftover(name) {
            try? FileManager.default.removeItem(at: root.appending(component: name))
        }
    }

    /// Removes the nights that are older than the retention, on the eve of one more: with it there are `days` of them. The
    /// last good one stays, however old it is.
    ///
    /// - Returns: those that were removed.
    @discardableResult
    func removeOld(before night: CalendarDay, keeping days: Int) -> [CalendarDay] {
        let present = all
        let old = present.filter { $0 != present.last && $0.days(until: night) >= days }
        // Out of sight in one step: a half of a night must not look like one.
        for night in old {
            let removed = root.appending(component: ".\(night).removed")
            guard rename(folder(of: night).path, removed.path) == 0 else { continue }
            try? FileManager.default.removeItem(at: removed)
        }
        return old
    }

    private func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? [] }

    private static func isLeftover(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].isEmpty && CalendarDay(parts[1]) != nil
            && (parts[2] == "partial" || parts[2] == "removed")
    }
}
