/// What the doctor found out about one part.
struct Finding: CustomStringConvertible, Sendable {
    enum Status: String {
        case fine = "ok  "
        case note = "note"
        case wrong = "FAIL"
    }

    let status: Status
    let part: String
    let text: String

    init(_ status: Status, _ part: String, _ text: String) {
        self.status = status
        self.part = part
        self.text = text
    }

    var description: String { "\(status.rawValue)  \(part): \(text)" }
}
