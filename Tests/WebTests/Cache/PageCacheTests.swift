import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Web

struct PageCacheTests {
    private func request(_ headers: HTTPFields) -> Request {
        Request(
            head: HTTPRequest(method: .get, scheme: "https", authority: "localhost", path: "/", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
    }

    @Test("A page is rendered once for a version, and again for the next")
    func renders() {
        let cache = PageCache()
        var count = 0
        let render = { () -> [UInt8] in
            count += 1
            return Array("page \(count)".utf8)
        }
        let first = cache.page("p", version: PageVersion(1), render: render)
        #expect(cache.page("p", version: PageVersion(1), render: render).entityTag == first.entityTag)
        #expect(count == 1)
        #expect(cache.page("p", version: PageVersion(1, tallies: 1), render: render).entityTag != first.entityTag)
        #expect(count == 2)
    }

    @Test("Pages past the bound make room by going, never by growing")
    func bounded() {
        let cache = PageCache(capacity: 2)
        var count = 0
        for key in ["a", "b", "c", "a"] {
            _ = cache.page(key, version: .never) { () -> [UInt8] in
                count += 1
                return [1]
            }
        }
        #expect(count == 4)
    }

    @Test("Who reads gzip gets it, who has the page already gets 304")
    func negotiates() throws {
        let page = RenderedPage(Array(String(repeating: "programme ", count: 1000).utf8), contentType: "text/html")
        let plain = page.response(to: request([:]))
        #expect(plain.headers[.contentEncoding] == nil && plain.headers[.vary] == "Accept-Encoding")
        let zipped = page.response(to: request([.acceptEncoding: "br, gzip"]))
        #expect(zipped.headers[.contentEncoding] == "gzip")
        for other in ["gzip;q=0", "gzip; q=0.000", "br, x-gzip", "*"] {
            #expect(page.response(to: request([.acceptEncoding: other])).headers[.contentEncoding] == nil, "\(other)")
        }
        let tag = try #require(zipped.headers[.eTag])
        #expect(page.response(to: request([.ifNoneMatch: tag])).status == .notModified)
        #expect(page.response(to: request([.ifNoneMatch: "W/\"other\""])).status == .ok)
    }

    @Test("What was compressed is what comes out")
    func compresses() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 3) }
        let compressed = try #require(GZip.compress(bytes))
        let file = FileManager.default.temporaryDirectory.appending(component: "\(UUID()).gz")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(compressed).write(to: file)
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unzip.arguments = ["gzip", "-dc", file.path]
        let output = Pipe()
        unzip.standardOutput = output
        try unzip.run()
        let plain = output.fileHandleForReading.readDataToEndOfFile()
        unzip.waitUntilExit()
        #expect(Array(plain) == bytes)
    }

    @Test("A page lies on the shelf until its counters are old; then one has it renewed, and others don't wait")
    func shelf() {
        let shelf = PageShelf()
        let now = ContinuousClock.now
        let page = RenderedPage([65], contentType: "text/plain")
        shelf.put(page, at: "/", for: request([:]), until: now + .milliseconds(200))
        shelf.put(page, at: "/other", for: request([:]), until: now + .milliseconds(200))
        #expect(shelf.page(at: "/", now: now) != nil)
        #expect(shelf.page(at: "/other", now: now) == nil)
        let later = now + .milliseconds(201)
        #expect(shelf.page(at: "/", now: later) == nil, "the first one has it made anew")
        #expect(shelf.page(at: "/", now: later) != nil, "the others get it meanwhile")
        #expect(shelf.page(at: "/", now: now + .milliseconds(250)) == nil, "never older than a quarter of a second")
    }
}
