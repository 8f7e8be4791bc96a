extension ImportProblem {
    /// What the database found wrong with a line, by the codes of `api.import_venues` and `api.import_sessions`.
    public init(line: Int?, code: String, detail: String) {
        let (column, fault): (String?, ImportFault) =
            switch code {
            case "unknown_venue": ("venue", .unknownVenue(detail))
            case "room_overlap": ("room", .roomTaken(detail))
            case "capacity_above_room": ("capacity", .aboveRoom(detail))
            case "capacity_below_confirmed": ("capacity", .belowConfirmed(detail))
            case "capacity_below_sessions": ("room_capacity", .belowSession(slug: detail))
            case "outside_edition": ("starts_at", .outsideEdition(detail))
            case "too_many_days": ("starts_at", .tooManyDays(detail))
            default: (nil, .other(code: code, detail: detail))
            }
        self.init(line: line, column: column, fault)
    }
}
