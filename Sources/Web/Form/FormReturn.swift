internal import HTTPTypes
internal import Registration

/// The reasons for which a form comes back filled in.
enum FormReturn: Sendable {
    /// 422: fields are wrong.
    case invalid(SignUp.Invalid)
    /// 422: what protects the form has run out or doesn't fit.
    case expired
    /// 403: the cookie that ties it to the browser did not come with it.
    case cookieless
    /// 422: a field that people don't see was filled in; it comes back empty.
    case trapped
    /// 409: its key was used for other answers; it comes with a new one.
    case keyReused
    /// 503: the database is away or the queue is full. It keeps its key, so that nobody is counted twice.
    case busy
    /// 429: too many forms from one cookie or address.
    case tooMany(retryAfterSeconds: Int)
}

extension FormReturn {
    init(_ objection: FormGate.Objection) {
        switch objection {
        case .tooMany(let seconds): self = .tooMany(retryAfterSeconds: seconds)
        case .foreign, .expired: self = .expired
        case .cookieless: self = .cookieless
        case .trapped: self = .trapped
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .invalid, .expired, .trapped: .unprocessableContent
        case .cookieless: .forbidden
        case .keyReused: .conflict
        case .busy: .serviceUnavailable
        case .tooMany: .tooManyRequests
        }
    }

    var retryAfter: Int? {
        switch self {
        case .busy: 2
        case .tooMany(let seconds): seconds
        default: nil
        }
    }
}
