import Testing

@testable import RegistrationStore

struct BatchQueueTests {
    @Test("One that comes alone travels at once; while batches are under way the next one gathers")
    func gathers() {
        var queue = BatchQueue<Int>(batchSize: 4, maximumUnderWay: 2, maximumWaiting: 100)
        #expect(queue.append(1) == true)
        #expect(queue.next() == [1])
        #expect(queue.append(2) == true)
        #expect(queue.next() == [2])
        for element in 3...8 { #expect(queue.append(element) == true) }
        #expect(queue.next() == nil)
        queue.finished()
        #expect(queue.next() == [3, 4, 5, 6], "in the order they came, and no more than fit")
        queue.finished()
        #expect(queue.next() == [7, 8])
        queue.finished()
        #expect(queue.next() == nil)
    }

    @Test("Past its bound the queue says no at once")
    func bounded() {
        var queue = BatchQueue<Int>(batchSize: 2, maximumUnderWay: 1, maximumWaiting: 3)
        #expect((1...3).allSatisfy { queue.append($0) })
        #expect(queue.append(4) == false)
        #expect(queue.next() == [1, 2])
        #expect(queue.append(4) == true)
    }
}
