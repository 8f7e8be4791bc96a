internal import DequeModule

/// Decides which elements travel together: while as many batches are under way as may be, the next one gathers.
///
/// There is no timer: an element that finds nothing under way starts at once, alone.
struct BatchQueue<Element: Sendable>: Sendable {
    /// The most elements in one batch.
    let batchSize: Int
    /// The most batches under way. They would wait for each other in the database (the edition's lock), so that more than
    /// one only makes them smaller.
    let maximumUnderWay: Int
    /// The most elements that may wait; beyond it, saying no at once is kinder than a queue that only grows.
    let maximumWaiting: Int

    private var waiting: Deque<Element> = []
    private var underWay = 0

    init(batchSize: Int, maximumUnderWay: Int, maximumWaiting: Int) {
        self.batchSize = batchSize
        self.maximumUnderWay = maximumUnderWay
        self.maximumWaiting = maximumWaiting
    }

    var count: Int { waiting.count }

    /// - Returns: whether there was room.
    mutating func append(_ element: Element) -> Bool {
        guard waiting.count < maximumWaiting else { return false }
        waiting.append(element)
        return true
    }

    /// The batch to start now, if one is to be started.
    mutating func next() -> [Element]? {
        guard underWay < maximumUnderWay, !waiting.isEmpty else { return nil }
        underWay += 1
        let batch = Array(waiting.prefix(batchSize))
        waiting.removeFirst(batch.count)
        return batch
    }

    /// Takes those out that have waited too long. The first to come is the first to have done so.
    mutating func removeFirst(while isLate: (Element) -> Bool) -> [Element] {
        let late = Array(waiting.prefix(while: isLate))
        waiting.removeFirst(late.count)
        return late
    }

    /// A batch that `next` gave has ended.
    mutating func finished() { underWay -= 1 }
}
