public import Registration

/// Every fixed text of the pages, by the page it stands on; each has both languages side by side, so that one can't be
/// forgotten and the two can be compared. Texts with a number or a name in them are functions, beside what they speak of.
public struct Texts: Sendable {
    public let site = SiteTexts()
    public let home = HomeTexts()
    public let programme = ProgrammeTexts()
    public let finding = FindingTexts()
    public let venue = VenueTexts()
    public let session = SessionTexts()
    public let form = FormTexts()
    public let notice = NoticeTexts()
    public let outcome = OutcomeTexts()
    public let day = DayTexts()
    public let ticket = TicketTexts()
    public let change = TicketChangeTexts()
    public let letter = LetterTexts()
    public let address = AddressTexts()
    public let failure = FailureTexts()
    public let mail = MailTexts()
    public let privacy = PrivacyTexts()
    public let accessibility = AccessibilityTexts()
    public let duty = DutyTexts()
    public let openData = OpenDataTexts()
    public let embed = EmbedTexts()
    public let overview = OverviewTexts()
    public let people = PeopleTexts()
    public let person = PersonTexts()
    public let assist = AssistTexts()
    public let sessionPeople = SessionPeopleTexts()
    public let writing = WritingTexts()
    public let hostMail = HostMailTexts()
    public let staff = StaffTexts()
    public let login = LoginTexts()
    public let held = HeldTexts()
    public let navigation = NavigationTexts()
    public let list = ListTexts()
    public let desk = DeskTexts()
    public let deskImport = DeskImportTexts()
    public let deskNotice = DeskNoticeTexts()
    public let deskChange = DeskChangeTexts()
    public let deskList = DeskListTexts()
    public let ownAccount = OwnAccountTexts()
    public let accounts = AccountsTexts()
    public let record = RecordTexts()
    public let staffMail = StaffMailTexts()
    public let exports = ExportTexts()
    public let nightMail = NightMailTexts()

    public let door = DoorTexts()
    public let doorOutcome = DoorOutcomeTexts()
    public let doorNeed = DoorNeedTexts()
    public let doorRule = DoorRuleTexts()
    public let doorLink = DoorLinkTexts()
    public let board = BoardTexts()

    public static let all = Texts()

    /// What templates see: `t.form.name` is `["form"]["name"]`.
    public func dictionary(in language: Language) -> [String: [String: String]] {
        var groups: [String: [String: String]] = [:]
        for group in Mirror(reflecting: self).children {
            guard let name = group.label else { continue }
            for text in Mirror(reflecting: group.value).children {
                guard let key = text.label, let value = text.value as? Localized else { continue }
                groups[name, default: [:]][key] = value[language]
            }
        }
        return groups
    }
}
