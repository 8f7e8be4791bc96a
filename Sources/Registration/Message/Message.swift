public import Foundation

/// A message to people, in one language or both.
public struct Message: Hashable, Sendable {
    public struct Version: Hashable, Sendable {
        public let subject: MessageSubject
        public let text: MessageText

        public init(subject: MessageSubject, text: MessageText) {
            self.subject = subject
            self.text = text
        }
    }

    public let french: Version?
    public let english: Version?

    public init(french: Version?, english: Version?) {
        self.french = french
        self.english = english
    }

    /// What somebody of a language gets: that, or the other where it was not written in theirs.
    public func version(for language: Language) -> (language: Language, version: Version)? {
        let own = language == .french ? french : english
        if let own { return (language, own) }
        let other = language == .french ? english : french
        return other.map { (language.other, $0) }
    }

    /// The fields of the form.
    public enum Field: String, CaseIterable, Hashable, Sendable {
        case subjectFr = "subject_fr"
        case textFr = "text_fr"
        case subjectEn = "subject_en"
        case textEn = "text_en"
        case requestKey = "request_key"
    }

    /// What was typed.
    public struct Form: Hashable, Sendable {
        public var subjectFr = ""
        public var textFr = ""
        public var subjectEn = ""
        public var textEn = ""

        public init() {}
    }

    public struct Invalid: Error, Hashable, Sendable {
        public let problems: [Field: FieldProblem]
    }

    /// - Throws: `Invalid`; where nothing was written at all, both French fields are missing.
    public init(_ form: Form) throws(Invalid) {
        var problems: [Field: FieldProblem] = [:]
        func version(_ subject: String, _ text: String, _ fields: (Field, Field)) -> Version? {
            if (subject + text).trimmingWhitespace().isEmpty { return nil }
            var parsed: (subject: MessageSubject?, text: MessageText?)
            do { parsed.subject = try MessageSubject(subject) } catch { problems[fields.0] = error }
            do { parsed.text = try MessageText(text) } catch { problems[fields.1] = error }
            guard let subject = parsed.subject, let text = parsed.text else { return nil }
            return Version(subject: subject, text: text)
        }
        french = version(form.subjectFr, form.textFr, (.subjectFr, .textFr))
        english = version(form.subjectEn, form.textEn, (.subjectEn, .textEn))
        if problems.isEmpty, french == nil, english == nil {
            problems = [.subjectFr: .missing, .textFr: .missing]
        }
        if !problems.isEmpty { throw Invalid(problems: problems) }
    }
}

/// Whom a message is for: the people of the sessions that fit, those with places, those who wait, or both.
public struct MessageSelection: Hashable, Sendable {
    /// Slugs; empty: whichever.
    public var sessions: [String]
    public var themes: [Theme]
    /// Slugs; empty: whichever.
    public var venues: [String]
    public var toConfirmed: Bool
    public var toWaiting: Bool

    public init(
        sessions: [String] = [], themes: [Theme] = [], venues: [String] = [], toConfirmed: Bool = true,
        toWaiting: Bool = false
    ) {
        self.sessions = sessions
        self.themes = themes
        self.venues = venues
        self.toConfirmed = toConfirmed
        self.toWaiting = toWaiting
    }

    public var statuses: [SignUp.Status] {
        (toConfirmed ? [SignUp.Status.confirmed] : []) + (toWaiting ? [.waiting] : [])
    }
}

/// Whom a message would reach.
public struct MessageReach: Sendable {
    public let sessions: Int
    /// People with an address, by the language that they are written to in.
    public let french: Int
    public let english: Int
    /// People who get nothing, since they gave no address.
    public let withoutAddress: Int
    /// The first of the sessions, to show how the message will look.
    public let sample: Session?

    public init(sessions: Int, french: Int, english: Int, withoutAddress: Int, sample: Session?) {
        self.sessions = sessions
        self.french = french
        self.english = english
        self.withoutAddress = withoutAddress
        self.sample = sample
    }

    public var recipients: Int { french + english }
}

/// A message that was sent, and how far it got.
public struct SentMessage: Identifiable, Sendable {
    public let id: Int64
    public let sentAt: Date
    public let sessions: Int
    /// The title of the first of them.
    public let about: Localized?
    public let statuses: [SignUp.Status]
    public let form: Message.Form
    public let recipients: Int
    /// Mails.
    public let sent: Int
    public let waiting: Int
    public let failed: Int

    public init(
        id: Int64, sentAt: Date, sessions: Int, about: Localized?, statuses: [SignUp.Status], form: Message.Form,
        recipients: Int, sent: Int, waiting: Int, failed: Int
    ) {
        self.id = id
        self.sentAt = sentAt
        self.sessions = sessions
        self.about = about
        self.statuses = statuses
        self.form = form
        self.recipients = recipients
        self.sent = sent
        self.waiting = waiting
        self.failed = failed
    }
}
