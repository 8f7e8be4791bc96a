/// The orders or the filters of a list, one of which it has.
struct StaffChoices: Sendable {
    let label: String
    let choices: [Choice]

    struct Choice: Sendable {
        let path: String
        let label: String
        let isHere: Bool
    }
}
