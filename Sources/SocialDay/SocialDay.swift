internal import ArgumentParser

/// The program: one command per file, in `Commands`.
@main
struct SocialDay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "socialday",
        abstract: "Registration for the World Social Entrepreneurship Day.",
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, ServeCommand.self, MigrateCommand.self, EditionCommand.self, ImportCommand.self,
            ExportCommand.self, TokenCommand.self, UserCommand.self, NoticeCommand.self, PurgeCommand.self,
            CheckCommand.self,
        ])
}
