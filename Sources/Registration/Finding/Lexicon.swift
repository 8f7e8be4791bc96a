/// Which sessions hold which words, in one language.
public struct Lexicon: Sendable {
    /// In order, so that the words with a given beginning stand together.
    private let words: [String]
    /// Where each word's sessions begin in `postings`; one more at the end.
    private let starts: [Int]
    private let postings: [Int32]
    private let singulars: [String: [Int32]]
    private let size: Int

    /// Words of a query that are read; the others narrow nothing.
    static let queryLimit = 8

    /// - Parameter texts: All that can be found of each session.
    public init(_ texts: [[String]]) {
        size = texts.count
        var found: [String: [Int32]] = [:]
        for (position, texts) in texts.enumerated() {
            for text in texts {
                for word in FoldedWords.of(text) where found[word]?.last != Int32(position) {
                    found[word, default: []].append(Int32(position))
                }
            }
        }
        words = found.keys.sorted()
        var starts = [0]
        var postings: [Int32] = []
        var singulars: [String: [Int32]] = [:]
        for (number, word) in words.enumerated() {
            postings += found[word] ?? []
            starts.append(postings.count)
            singulars[FoldedWords.singular(word), default: []].append(Int32(number))
        }
        (self.starts, self.postings, self.singulars) = (starts, postings, singulars)
    }

    /// The sessions in which every word of a query begins a word, or is the same but for a plural; `nil` where the query has
    /// no word.
    public func sessions(matching query: String) -> SessionSet? {
        let asked = Set(FoldedWords.of(query).prefix(Self.queryLimit))
        guard let first = asked.first else { return nil }
        return asked.dropFirst().reduce(sessions(with: first)) { $0.intersection(sessions(with: $1)) }
    }

    private func sessions(with word: String) -> SessionSet {
        var set = SessionSet(size: size)
        var number = lowerBound(of: word)
        while number < words.count, words[number].utf8.starts(with: word.utf8) {
            add(number, to: &set)
            number += 1
        }
        for number in singulars[FoldedWords.singular(word)] ?? [] { add(Int(number), to: &set) }
        return set
    }

    private func add(_ number: Int, to set: inout SessionSet) {
        for posting in postings[starts[number]..<starts[number + 1]] { set.insert(Int(posting)) }
    }

    private func lowerBound(of word: String) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle] < word { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
