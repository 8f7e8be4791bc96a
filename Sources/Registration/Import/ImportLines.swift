internal import Foundation

/// One line of a venues file: a venue, with one of its rooms where it names one.
struct VenueLine: Encodable, Hashable {
    let line: Int
    let slug: String
    let name: String
    let address: String
    let postcode: String
    let city: String
    let arrondissement: Int
    let latitude: Double
    let longitude: Double
    let wheelchairAccessible: Bool?
    let hearingLoop: Bool?
    let accessNotes: String?
    let room: String?
    let roomCapacity: Int?

    static let columns = ["slug", "name", "address", "postcode", "city", "arrondissement", "latitude", "longitude"]
    static let optionalColumns = ["wheelchair_accessible", "hearing_loop", "access_notes", "room", "room_capacity"]

    init(_ reader: inout RecordReader) {
        line = reader.record.line
        slug = reader.slug("slug")
        name = reader.text("name", limit: 200)
        address = reader.text("address", limit: 300)
        postcode = reader.text("postcode", limit: 12)
        city = reader.text("city", limit: 100)
        arrondissement = reader.integer("arrondissement", 1...20)
        latitude = reader.degrees("latitude", -90...90)
        longitude = reader.degrees("longitude", -180...180)
        wheelchairAccessible = reader.optionalBool("wheelchair_accessible")
        hearingLoop = reader.optionalBool("hearing_loop")
        accessNotes = reader.optionalText("access_notes", limit: 1000)
        room = reader.optionalText("room", limit: 120)
        roomCapacity =
            room == nil
            ? reader.optionalInteger("room_capacity", 1...100_000) : reader.integer("room_capacity", 1...100_000)
    }

    /// The venue without its room: lines of one slug must agree on it.
    var facts: [String] {
        [
            name, address, postcode, city, "\(arrondissement)", "\(latitude)", "\(longitude)",
            "\(wheelchairAccessible, default: "")",
            "\(hearingLoop, default: "")", accessNotes ?? "",
        ]
    }
}

/// One line of a sessions file.
struct SessionLine: Encodable, Hashable {
    let line: Int
    let slug: String
    let titleFr: String
    let titleEn: String
    let summaryFr: String
    let summaryEn: String
    let format: Format?
    let theme: Theme?
    let host: String
    let hostLegalForm: LegalForm?
    let venue: String
    let room: String
    let startsAt: Date?
    let endsAt: Date?
    let capacity: Int
    let language: Language
    let signLanguage: Bool
    let waitingList: Bool
    let audience: String?

    static let columns = [
        "slug", "title_fr", "title_en", "summary_fr", "summary_en", "format", "theme", "host", "host_legal_form",
        "venue",
        "room", "starts_at", "ends_at", "capacity",
    ]
    static let optionalColumns = ["language", "sign_language", "waiting_list", "audience"]

    init(_ reader: inout RecordReader, timeZone: TimeZone) {
        line = reader.record.line
        slug = reader.slug("slug")
        titleFr = reader.text("title_fr", limit: 200)
        titleEn = reader.text("title_en", limit: 200)
        summaryFr = reader.text("summary_fr", limit: 2000)
        summaryEn = reader.text("summary_en", limit: 2000)
        format = reader.code("format")
        theme = reader.code("theme")
        host = reader.text("host", limit: 200)
        hostLegalForm = reader.code("host_legal_form")
        venue = reader.slug("venue")
        room = reader.text("room", limit: 120)
        startsAt = reader.time("starts_at", in: timeZone)
        endsAt = reader.time("ends_at", in: timeZone)
        capacity = reader.integer("capacity", 1...100_000)
        language = reader.optionalText("language", limit: 20) == nil ? .french : reader.code("language") ?? .french
        signLanguage = reader.optionalBool("sign_language") ?? false
        waitingList = reader.optionalBool("waiting_list") ?? true
        audience = reader.optionalText("audience", limit: 300)
    }
}
