internal import Foundation
internal import RegistrationStore

/// What the doctor says of personal data whose time is over.
enum RetentionFindings {
    /// The service deletes every hour, a timer every day: what is there for longer is forgotten about.
    private static let patience: TimeInterval = 26 * 3600

    static func findings(_ aged: [(data: AgedData, since: Date)], now: Date = Date()) -> [Finding] {
        let overdue = aged.filter { now.timeIntervalSince($0.since) > patience }
        guard let first = overdue.map(\.since).min() else {
            return [Finding(.fine, "retention", "nothing is kept beyond its time")]
        }
        return [
            Finding(
                .wrong, "retention",
                "\(overdue.map(\.data.words).joined(separator: ", ")) should have been deleted from "
                    + "\(first.formatted(.iso8601)) on: run 'socialday purge', and see why no service or timer did")
        ]
    }
}
