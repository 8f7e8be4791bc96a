internal import Foundation
internal import HTTPTypes
internal import Registration
internal import Synchronization

/// What a page was rendered from; another version means that it must be rendered again.
struct PageVersion: Hashable, Sendable {
    private let programme: Int
    private let tallies: Int
    /// Sign-ups open and close by the clock, which changes no row: pages that tell follow within ten seconds.
    private let moment: Int

    init(_ programme: Int, tallies: Int = 0, at now: Date? = nil) {
        self.programme = programme
        self.tallies = tallies
        moment = now.map { Int($0.timeIntervalSince1970 / 10) } ?? 0
    }

    /// Of what stays as it is while the program runs.
    static let never = PageVersion(0)
}

/// Pages that are the same for everybody, kept until what they show changes.
final class PageCache: Sendable {
    /// Pages held; beyond it all go at once, since a page costs milliseconds to make again.
    private let capacity: Int
    private let compression: Int32
    private let pages = Mutex<[String: (version: PageVersion, page: RenderedPage)]>([:])

    /// - Parameter compression: zlib's level: lower where most pages are asked for once.
    init(capacity: Int = 512, compression: Int32 = 6) {
        self.capacity = capacity
        self.compression = compression
    }

    /// The page under a key, rendered again where it is older than the data.
    func page(
        _ key: String, version: PageVersion, contentType: String = "text/html; charset=utf-8",
        cacheControl: String = "no-cache", headers: HTTPFields = [:],
        render: () throws -> [UInt8]
    ) rethrows -> RenderedPage {
        if let known = pages.withLock({ $0[key] }), known.version == version { return known.page }
        let page = RenderedPage(
            try render(), contentType: contentType, cacheControl: cacheControl, compression: compression,
            headers: headers)
        pages.withLock {
            if $0.count >= capacity { $0.removeAll(keepingCapacity: true) }
            $0[key] = (version, page)
        }
        return page
    }
}

/// One thing for each language, made again when what it is made from changes.
final class LanguageCache<Version: Hashable & Sendable, Value: Sendable>: Sendable {
    private let kept = Mutex<[Language: (version: Version, value: Value)]>([:])

    func value(_ language: Language, for version: Version, make: () -> Value) -> Value {
        if let known = kept.withLock({ $0[language] }), known.version == version { return known.value }
        let value = make()
        kept.withLock { $0[language] = (version, value) }
        return value
    }
}
