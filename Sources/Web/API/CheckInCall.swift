internal import Foundation
internal import Registration

/// One item of `POST /api/v1/check-ins`, read leniently so that everything wrong with it can be said at once.
struct CheckInCall: Decodable, Sendable {
    enum Member: String, CodingKey, CaseIterable {
        case ticket, session, direction, people, at, offline, undoes
        case walkIn = "walk_in"
        case requestKey = "request_key"
    }

    let session: String
    private let ticket: String?
    private let direction: CheckIn.Direction?
    private let people: Int?
    private let at: Date?
    private let offline: Bool?
    private let isWalkIn: Bool
    private let undoes: RequestKey?
    private let requestKey: RequestKey?
    /// In the order of the members.
    private let errors: [Problem.FieldError]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Member.self)
        var errors: [Problem.FieldError] = []
        func fail(_ member: Member, _ problem: FieldProblem) {
            errors.append(Problem.FieldError(field: member.rawValue, code: problem.code, detail: problem.englishDetail))
        }
        func value<Value: Decodable>(_ type: Value.Type, _ member: Member, _ name: String) -> Value? {
            // Null is no value of any type: who has nothing to say leaves a member out.
            do { return container.contains(member) ? try container.decode(type, forKey: member) : nil } catch {
                fail(member, .wrongType(expected: name))
                return nil
            }
        }
        func key(_ member: Member, isRequired: Bool) -> RequestKey? {
            let known = errors.count
            let text = value(String.self, member, "string")
            guard errors.count == known, isRequired || text != nil else { return nil }
            do { return try RequestKey(text ?? "") } catch {
                fail(member, error)
                return nil
            }
        }
        let ticket = value(String.self, .ticket, "string")
        let isTicketOfWrongType = !errors.isEmpty
        session = value(String.self, .session, "string") ?? ""
        if session.isEmpty, !errors.contains(where: { $0.field == Member.session.rawValue }) {
            fail(.session, .missing)
        }
        let word = value(String.self, .direction, "string")
        direction = word.flatMap(CheckIn.Direction.init(rawValue:))
        if let word, direction == nil {
            errors.append(Self.unknownDirection(word))
        } else if word == nil, !errors.contains(where: { $0.field == Member.direction.rawValue }) {
            fail(.direction, .missing)
        }
        people = value(Int.self, .people, "integer")
        if let people, !CheckIn.peopleAllowed.contains(people) { fail(.people, .outOfRange(CheckIn.peopleAllowed)) }
        let moment = value(String.self, .at, "string")
        at = moment.flatMap(Self.instant)
        if moment != nil, at == nil { errors.append(Self.noInstant) }
        offline = value(Bool.self, .offline, "boolean")
        undoes = key(.undoes, isRequired: direction == .undo)
        isWalkIn = value(Bool.self, .walkIn, "boolean") ?? false
        requestKey = key(.requestKey, isRequired: true)
        let needsTicket = !isWalkIn && direction != .undo && !isTicketOfWrongType
        if ticket?.isEmpty ?? needsTicket { fail(.ticket, .missing) }
        self.ticket = direction == .undo ? nil : ticket
        let order = Member.allCases.map(\.rawValue)
        self.errors = errors.sorted {
            (order.firstIndex(of: $0.field) ?? 0) < (order.firstIndex(of: $1.field) ?? 0)
        }
    }

    /// What is wrong with it; fields are named behind the item's place where there are several.
    func errors(at place: Int?) -> [Problem.FieldError] {
        guard let place else { return errors }
        return errors.map { Problem.FieldError(field: "\(place).\($0.field)", code: $0.code, detail: $0.detail) }
    }

    /// - Parameter session: `nil`: none that is known.
    /// - Returns: `nil` where something is wrong with it.
    func request(session: Session.ID?, key: TicketKey, now: Date) -> CheckIn.Request? {
        guard errors.isEmpty, let direction, let requestKey else { return nil }
        // Told late, it has happened already, whatever should have been.
        let isLate = at.map { now.timeIntervalSince($0) > CheckIn.lateness } ?? false
        return CheckIn.Request(
            session: session ?? 0, ticket: ticket.map { DoorTicket($0, key: key) }, direction: direction,
            people: people, at: at, isOffline: offline ?? isLate, isWalkIn: isWalkIn, undoes: undoes,
            requestKey: requestKey)
    }

    /// RFC 3339, section 5.6, with any number of digits behind the second, which Foundation's styles don't take.
    private static func instant(_ text: String) -> Date? {
        let form = /(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|([+-])(\d\d):(\d\d))/
        guard let match = text.wholeMatch(of: form) else { return nil }
        let numbers = [match.1, match.2, match.3, match.4, match.5, match.6].compactMap { Int($0) }
        let zone = [match.10, match.11].map { $0.flatMap { Int($0) } ?? 0 }
        guard numbers.count == 6,
            numbers[0] == 0 || CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) != nil,
            numbers[3] < 24, numbers[4] < 60, numbers[5] <= 60, zone[0] < 24, zone[1] < 60
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
            second: numbers[5])
        let offset = TimeInterval((zone[0] * 60 + zone[1]) * 60) * (match.9 == "-" ? -1 : 1)
        let fraction = match.7.flatMap { Double("0\($0)") } ?? 0
        return calendar.date(from: parts)?.addingTimeInterval(fraction - offset)
    }

    private static func unknownDirection(_ word: String) -> Problem.FieldError {
        Problem.FieldError(
            field: Member.direction.rawValue, code: "unknown_value", detail: "is neither 'in' nor 'out' nor 'undo'")
    }

    private static let noInstant = Problem.FieldError(
        field: Member.at.rawValue, code: "not_a_time", detail: "is not a time as in RFC 3339, with its offset")
}

/// The body of `POST /api/v1/check-ins`.
enum CheckInBody: Decodable, Sendable {
    case one(CheckInCall)
    case several([CheckInCall])

    init(from decoder: any Decoder) throws {
        if let several = try? decoder.singleValueContainer().decode([CheckInCall].self) {
            self = .several(several)
        } else {
            self = .one(try CheckInCall(from: decoder))
        }
    }
}
