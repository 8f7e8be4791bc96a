import Foundation
import Synchronization

/// Work for the end of the process, last added first.
public enum AtExit {
    private static let actions = Mutex<[@Sendable () -> Void]>([])
    private static let isInstalled: Void = {
        atexit { AtExit.run() }
        return ()
    }()

    public static func add(_ action: @escaping @Sendable () -> Void) {
        isInstalled
        actions.withLock { $0.append(action) }
    }

    private static func run() {
        let all = actions.withLock { actions in
            defer { actions = [] }
            return actions
        }
        for action in all.reversed() { action() }
    }
}
