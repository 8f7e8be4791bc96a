import DequeModule

extension PipelineStateMachine {
    /// One connection's statements under way, in the order of their answers.
    struct Flight {
        struct Entry {
            /// Nil once nobody waits for it; its answer is then read and dropped.
            var request: Request?
            let key: StatementKey
            let name: StatementName
            var stage: Stage
        }

        enum Stage {
            /// Can transition to `executing`, or to `failed`.
            case preparing
            /// Can transition to `syncing`, or to `failed`.
            case executing
            /// The result is in; the commit is not. Can transition to `failed`.
            case syncing
            /// The error is in. Skipped results may follow, then the sync.
            case failed
        }

        private(set) var entries: Deque<Entry> = []
        private var prepared = PreparedStatements()
        /// Whether the last entry is partly written.
        var isWriting = false
        /// When the server last said something, or was first owed nothing.
        private(set) var lastProgress: Instant

        init(_ now: Instant) {
            lastProgress = now
        }

        mutating func add(_ request: Request, _ now: Instant) -> (StatementName, preparing: Bool) {
            if entries.isEmpty { lastProgress = now }
            let (name, isNew) = prepared.name(for: request.key)
            entries.append(
                Entry(request: request, key: request.key, name: name, stage: isNew ? .preparing : .executing))
            isWriting = true
            return (name, isNew)
        }

        /// Takes the caller off the first entry that matches.
        mutating func detach(where matches: (Request) -> Bool) -> Request? {
            for index in entries.indices {
                if let request = entries[index].request, matches(request) {
                    entries[index].request = nil
                    return request
                }
            }
            return nil
        }

        mutating func receive(_ reply: Reply, _ now: Instant) -> Action? {
            lastProgress = now
            guard let entry = entries.first else { return nil }
            switch (reply, entry.stage) {
            case (.result, .preparing):
                entries[entries.startIndex].stage = .executing
            case (.result, .executing):
                entries[entries.startIndex].stage = .syncing
                return entry.request.map { .collect($0) }
            case (.error(let isStale), .preparing), (.error(let isStale), .executing), (.error(let isStale), .syncing):
                if isStale || entry.stage == .preparing { prepared.forget(entry.key, named: entry.name) }
                entries[entries.startIndex].stage = .failed
                return entry.request.map { .collectError($0) }
            case (.synced, _):
                entries.removeFirst()
                return entry.request.map { .settle($0) }
            case (.skipped, _), (.result, _), (.error, _):
                break
            }
            return nil
        }

        /// What the connection's end means for each statement on it.
        var failures: [Action] {
            entries.enumerated().compactMap { index, entry in
                let isPartlyWritten = isWriting && index == entries.count - 1
                return entry.request.map { .fail($0, isPartlyWritten ? .notSent : .unknownOutcome) }
            }
        }
    }
}
