/// A page of a list, and how long the whole list is.
public struct ListPage<Element: Sendable>: Sendable {
    public let elements: [Element]
    public let total: Int

    public init(elements: [Element], total: Int) {
        self.elements = elements
        self.total = total
    }
}
