internal import Foundation
internal import RegistrationStore

/// What the doctor says of mail.
enum MailFindings {
    /// How long a mail may wait before something must be wrong: four tries, or the hour that an address's sixth mail waits.
    private static let patience: TimeInterval = 90 * 60

    static func findings(
        _ outbox: OutboxSummary, _ settings: Settings, isDemo: Bool, now: Date = Date()
    ) -> [Finding] {
        [server(settings, isDemo: isDemo), waiting(outbox, now), givenUp(outbox)].compactMap { $0 }
    }

    private static func server(_ settings: Settings, isDemo: Bool) -> Finding {
        if let server = settings.mailServer {
            return settings.mailFrom == nil && !isDemo
                ? Finding(.wrong, "mail", "SOCIALDAY_MAIL_FROM is not set: who mails come from")
                : Finding(.fine, "mail", "goes through \(server)")
        }
        return isDemo
            ? Finding(.note, "mail", "is written to the demo's folder, since SOCIALDAY_SMTP_URL is not set")
            : Finding(.wrong, "mail", "is not sent, and letters are kept: SOCIALDAY_SMTP_URL is not set")
    }

    private static func waiting(_ outbox: OutboxSummary, _ now: Date) -> Finding {
        guard let oldest = outbox.oldest else { return Finding(.fine, "outbox", "no mail waits") }
        let cause = outbox.lastError.map { "; the last failure: \($0)" } ?? ""
        return Finding(
            now.timeIntervalSince(oldest) > patience ? .wrong : .note, "outbox",
            "\(outbox.waiting.counted("mail waits", plural: "mails wait")), the oldest since \(oldest.formatted(.iso8601)), "
                + "\(outbox.failing) tried in vain\(cause)")
    }

    /// A mistyped address is its owner's doing; what three days could not send is ours.
    private static func givenUp(_ outbox: OutboxSummary) -> Finding? {
        if outbox.givenUp == 0 && outbox.refused == 0 { return nil }
        return Finding(
            outbox.givenUp > 0 ? .wrong : .note, "given up",
            "within 30 days, \(outbox.givenUp.counted("mail")) after three days of tries, "
                + "\(outbox.refused) because the recipient's server refused them")
    }
}
