internal import Foundation

/// A command's result, on standard output. Written at once, since whoever waits for a line may read from a pipe.
enum Output {
    static func line(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// A command's word of warning, on standard error.
    static func warn(_ text: String) {
        FileHandle.standardError.write(Data("Warning: \(text)\n".utf8))
    }
}

extension Int {
    /// `1 file`, `3 files`, in digits that scripts can read.
    func counted(_ noun: String, plural: String? = nil) -> String {
        "\(self) " + (self == 1 ? noun : plural ?? noun + "s")
    }
}
