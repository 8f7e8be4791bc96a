/// The fields of a session's form, by the names that they are posted under and that records and import files use.
public enum SessionField: String, CaseIterable, Hashable, Sendable {
    case slug
    case titleFrench = "title_fr"
    case titleEnglish = "title_en"
    case summaryFrench = "summary_fr"
    case summaryEnglish = "summary_en"
    case format, theme, host, room
    case startsAt = "starts_at"
    case endsAt = "ends_at"
    case capacity, language
    case signLanguage = "sign_language"
    case waitingList = "waiting_list"
    case audience
    case signUpsOpenAt = "sign_ups_open_at"
    case signUpsCloseAt = "sign_ups_close_at"
}
