import Testing

/// A batch answers as if its requests had come one after another in the order of the array. So
/// the same requests go as batches to one database and one at a time to another, and must leave the same in both.
@Suite("A batch of sign-ups")
struct BatchOrderTests {
    @Test("A batch answers as if its requests had come one after another")
    func oneAfterAnother() async throws {
        try await DatabasePair.with { pair in
            for seed in UInt64(1)...60 {
                let difference = try await BatchComparison(seed: seed).difference(in: pair)
                #expect(difference == nil, "seed \(seed): \(difference ?? "")")
            }
        }
    }

    @Test("Where batches count their own waiting list wrongly, the comparison says so")
    func broken() async throws {
        try await DatabasePair.with { pair in
            try await pair.batched.sabotage(
                "api.sign_up", replacing: "position := slot_waiting[slot] + slot_queued[slot]",
                by: "position := slot_waiting[slot] + 1")
            let difference = try await BatchComparison(seed: 1).difference(in: pair)
            #expect(difference?.contains("was answered waiting") == true)
        }
    }
}
