import Foundation
import Logging
import Registration
import Synchronization
import TestSupport
import Testing

@testable import RegistrationStore

struct SignUpBatcherTests {
    private static let request = try? SignUp.Request(
        SignUp.Form(name: "Ada", email: "ada@example.org", requestKey: "key-of-a-test"), session: 1,
        caller: .token(UUID()), language: .english)

    private static var quiet: Logger { Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }) }

    /// What takes a task to carry out.
    private static func task(
        _ carryOut: @escaping @Sendable ([SignUp.Request]) async throws -> [SignUp.Outcome]
    ) -> SignUpBatcher.Execute {
        { requests, completion in
            Task {
                do { completion(.success(try await carryOut(requests))) } catch { completion(.failure(error)) }
            }
        }
    }

    @Test("Whoever comes while a batch is under way travels with the next one, all in one statement")
    func gathers() async throws {
        let request = try #require(Self.request)
        let sizes = Mutex<[Int]>([])
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let batcher = SignUpBatcher(
            maximumUnderWay: 1, logger: Self.quiet,
            execute: Self.task { requests in
                let isFirst = sizes.withLock { sizes in
                    sizes.append(requests.count)
                    return sizes.count == 1
                }
                if isFirst {
                    start.yield()
                    for await _ in released { break }
                }
                return requests.map { _ in .closed }
            })
        try await withThrowingTaskGroup(of: SignUp.Outcome.self) { group in
            group.addTask { try await batcher.submit(request) }
            for await _ in started { break }
            let waiting = Mutex(0)
            for _ in 0..<10 {
                batcher.submit(request) { _ in waiting.withLock { $0 += 1 } }
            }
            release.yield()
            for try await outcome in group { #expect(outcome == .closed) }
            #expect(try await eventually { waiting.withLock { $0 } == 10 })
        }
        #expect(sizes.withLock { $0 } == [1, 10])
    }

    @Test("One whose turn does not come in time is told so, and is not asked for any more")
    func givesUp() async throws {
        let request = try #require(Self.request)
        let asked = Mutex(0)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let batcher = SignUpBatcher(
            maximumUnderWay: 1, patience: .milliseconds(200), logger: Self.quiet,
            execute: Self.task { requests in
                asked.withLock { $0 += requests.count }
                for await _ in released { break }
                return requests.map { _ in .closed }
            })
        let first = Task { try await batcher.submit(request) }
        while asked.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(5)) }
        await #expect {
            try await batcher.submit(request)
        } throws: { error in
            if case StoreError.tooBusy = error { true } else { false }
        }
        release.yield()
        #expect(try await first.value == .closed)
        #expect(asked.withLock { $0 } == 1)
    }

    @Test("Where a batch fails whole, each request is tried by itself, and only the impossible one fails")
    func splits() async throws {
        struct Impossible: Error {}
        let good = try #require(Self.request)
        let bad = try SignUp.Request(
            SignUp.Form(name: "Bad", email: "bad@example.org", requestKey: "another-key"), session: 2,
            caller: .token(UUID()), language: .english)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let isFirst = Mutex(true)
        let batcher = SignUpBatcher(
            maximumUnderWay: 1, logger: Self.quiet,
            execute: Self.task { requests in
                let waits = isFirst.withLock { first in
                    defer { first = false }
                    return first
                }
                if waits { for await _ in released { break } }
                if requests.contains(where: { $0.session == 2 }) { throw Impossible() }
                return requests.map { _ in .full }
            })
        // By request: the second batch may be answered before the first one's answer is written.
        let answers = Mutex<[Int: String]>([:])
        for (number, request) in [good, good, bad, good].enumerated() {
            batcher.submit(request) { result in
                answers.withLock { $0[number] = (try? result.get()) == .full ? "full" : "failed" }
            }
        }
        release.yield()
        #expect(try await eventually { answers.withLock { $0.count } == 4 })
        #expect(answers.withLock { $0 } == [0: "full", 1: "full", 2: "failed", 3: "full"])
    }
}
