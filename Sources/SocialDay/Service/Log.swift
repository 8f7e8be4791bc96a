internal import Logging

/// Where the program's own words go: standard error, so that standard output stays the command's result.
enum Log {
    static func make(level: Logger.Level) -> Logger {
        var logger = Logger(label: "socialday") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
