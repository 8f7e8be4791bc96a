internal import CLinux
internal import Foundation

/// Exports written by a program of their own wait for no one, and those who sign up do.
public enum LowPriority {
    /// Takes effect for every thread that this program has, and those that they start; not in the database.
    public static func take() {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        for thread in threads.compactMap({ Int32($0) }) { _ = socialday_step_back(thread) }
        // Linux shares the processor out among sessions first (sched(7), "The autogroup feature"). One that a timer began is
        // this program's own; a person's shell is left alone.
        if getsid(0) == getpid() {
            try? "15".write(toFile: "/proc/self/autogroup", atomically: false, encoding: .utf8)
        }
    }
}
