internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// A session as a row of the open data.
struct OpenDataRecord: Encodable, Sendable {
    enum Value: Sendable {
        case text(String?)
        case number(Int)
        case flag(Bool?)
        case place(latitude: Double, longitude: Double)

        /// As it stands in CSV.
        var plain: String {
            switch self {
            case .text(let text): text ?? ""
            case .number(let number): String(number)
            case .flag(let flag): flag.map { $0 ? "1" : "0" } ?? ""
            case .place(let latitude, let longitude): "\(latitude),\(longitude)"
            }
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let session: Session
    let tally: Tally
    let dates: Date.ISO8601FormatStyle
    /// `https://example.org`
    let origin: String

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for field in OpenDataField.allCases {
            let key = Key(stringValue: field.rawValue)
            switch self[field] {
            case .text(let text): try container.encode(text, forKey: key)
            case .number(let number): try container.encode(number, forKey: key)
            case .flag(let flag): try container.encode(flag.map { $0 ? 1 : 0 }, forKey: key)
            case .place(let latitude, let longitude):
                var place = container.nestedContainer(keyedBy: Key.self, forKey: key)
                try place.encode(longitude, forKey: Key(stringValue: "lon"))
                try place.encode(latitude, forKey: Key(stringValue: "lat"))
            }
        }
    }

    subscript(field: OpenDataField) -> Value {
        let venue = session.venue
        let page = origin + PageAddress.session(slug: session.slug).path(.french)
        return switch field {
        case .id: .text(session.slug)
        case .url, .accessLink: .text(page)
        case .title: .text(session.title.french)
        case .titleEn: .text(session.title.english)
        case .leadText: .text(session.summary.french)
        case .leadTextEn: .text(session.summary.english)
        case .dateStart: .text(session.startsAt.formatted(dates))
        case .dateEnd: .text(session.endsAt.formatted(dates))
        case .occurrences: .text(session.startsAt.formatted(dates) + "_" + session.endsAt.formatted(dates))
        case .addressName: .text(venue.name)
        case .addressStreet: .text(venue.address)
        case .addressZipcode: .text(venue.postcode)
        case .addressCity: .text(venue.city)
        case .addressText: .text(session.room)
        case .latLon: .place(latitude: venue.latitude, longitude: venue.longitude)
        case .pmr: .flag(venue.isWheelchairAccessible)
        case .deaf: .flag(venue.hasHearingLoop)
        case .signLanguage: .flag(session.hasSignLanguage)
        case .priceType: .text("gratuit")
        case .accessType: .text("obligatoire")
        case .audience: .text(session.audience)
        case .locale: .text(session.language.rawValue)
        case .programs: .text(Texts.all.site.dayName[.french])
        case .contactOrganisationName: .text(session.host.name)
        case .updatedAt: .text(session.updatedAt.formatted(dates))
        case .format: .text(session.format.rawValue)
        case .theme: .text(session.theme.rawValue)
        case .hostLegalForm: .text(session.host.legalForm.rawValue)
        case .venue: .text(venue.slug)
        case .arrondissement: .number(venue.arrondissement)
        case .accessNotes: .text(venue.accessNotes)
        case .capacity: .number(session.capacity)
        case .placesLeft: .number(tally.placesLeft)
        case .waiting: .number(tally.waiting)
        case .waitingList: .flag(session.hasWaitingList)
        case .status: .text(session.isCancelled ? "cancelled" : "scheduled")
        case .signUpsOpenAt: .text(session.signUpsOpenAt.formatted(dates))
        case .signUpsCloseAt: .text(session.signUpsCloseAt.formatted(dates))
        }
    }
}

/// The JSON file: `total_count` and `results`, as the city's portal answers.
struct OpenDataReply: Encodable {
    let licence = "Licence Ouverte / Open Licence 2.0"
    let licenceURL = OpenDataReply.licenceText
    let source: String
    let totalCount: Int
    let results: [OpenDataRecord]

    static let licenceText = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"

    private enum CodingKeys: String, CodingKey {
        case licence, source, results
        case licenceURL = "licence_url"
        case totalCount = "total_count"
    }

    init(_ records: [OpenDataRecord], source: String) {
        (self.source, totalCount, results) = (source, records.count, records)
    }
}
