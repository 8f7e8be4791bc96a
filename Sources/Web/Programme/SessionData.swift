import Foundation
import Presentation
import Registration

/// A session for search engines: a schema.org `Event`, as JSON-LD (developers.google.com, "Event structured data").
struct SessionData: Encodable, Sendable {
    private let context = "https://schema.org"
    private let type = "Event"
    private let name: String
    private let description: String
    private let url: String
    private let image: [String]
    private let startDate: String
    private let endDate: String
    private let eventStatus: String
    /// Of a session that was moved.
    private let previousStartDate: String?
    private let eventAttendanceMode = "https://schema.org/OfflineEventAttendanceMode"
    private let location: Place
    private let organizer: Organization
    private let offers: Offer
    private let inLanguage: String
    private let isAccessibleForFree = true
    private let maximumAttendeeCapacity: Int
    private let remainingAttendeeCapacity: Int
    private let superEvent: Day

    private enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case name, description, url, image, startDate, endDate, previousStartDate, eventStatus, eventAttendanceMode
        case location, organizer, offers, inLanguage, isAccessibleForFree, maximumAttendeeCapacity
        case remainingAttendeeCapacity, superEvent
    }

    /// - Parameters:
    ///   - origin: `https://example.org`
    ///   - image: Its whole address.
    init(
        _ session: Session, tally: Tally, edition: Edition, origin: String, image: String, language: Language, now: Date
    ) {
        let moments = Moments(language, in: edition.timeZone)
        name = session.title.typeset[language]
        description = session.summary.typeset[language]
        url = origin + PageAddress.session(slug: session.slug).path(language)
        self.image = [image]
        startDate = moments.machineReadable(session.startsAt)
        endDate = moments.machineReadable(session.endsAt)
        let status =
            session.isCancelled ? "EventCancelled" : session.movedFrom == nil ? "EventScheduled" : "EventRescheduled"
        eventStatus = "https://schema.org/" + status
        previousStartDate = session.movedFrom.map(moments.machineReadable)
        location = Place(session.venue)
        organizer = Organization(name: session.host.name)
        offers = Offer(
            url: url, availability: Offer.availability(Availability(session, tally, at: now)),
            validFrom: moments.machineReadable(session.signUpsOpenAt))
        inLanguage = session.language.rawValue
        maximumAttendeeCapacity = session.capacity
        remainingAttendeeCapacity = tally.placesLeft
        superEvent = Day(
            name: Texts.all.site.dayName[language], startDate: edition.firstDay.description,
            endDate: edition.lastDay.description, url: origin + PageAddress.home.path(language))
    }

    /// For a `script` element of type `application/ld+json`: no text in it can end the element.
    var text: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return (try? encoder.encode(self)).map {
            String(decoding: $0, as: UTF8.self).replacing("<", with: "\\u003c")
        }
    }
}

/// Where it is.
private struct Place: Encodable {
    private let type = "Place"
    private let name: String
    private let address: Address
    private let geo: Coordinates

    private enum CodingKeys: String, CodingKey {
        case type = "@type"
        case name, address, geo
    }

    init(_ venue: Venue) {
        name = venue.name
        address = Address(streetAddress: venue.address, postalCode: venue.postcode, addressLocality: venue.city)
        geo = Coordinates(latitude: venue.latitude, longitude: venue.longitude)
    }
}

private struct Address: Encodable {
    let type = "PostalAddress"
    var streetAddress: String?
    var postalCode: String?
    let addressLocality: String
    let addressCountry = "FR"

    private enum CodingKeys: String, CodingKey {
        case type = "@type"
        case streetAddress, postalCode, addressLocality, addressCountry
    }
}

private struct Coordinates: Encodable {
    let type = "GeoCoordinates"
    let latitude: Double
    let longitude: Double

    private enum CodingKeys: String, CodingKey {
        case type = "@type"
        case latitude, longitude
    }
}

private struct Organization: Encodable {
    let type = "Organization"
    let name: String

    private enum CodingKeys: String, CodingKey {
        case type = "@type"
        case name
    }
}

/// A place, free of charge.
private struct Offer: Encodable {
    let type = "Offer"
    let url: String
    let price = "0"
    let priceCurrency = "EUR"
    let availability: String
    let validFrom: String

    private enum CodingKeys: String, CodingKey {
        case type = "@type"
        case url, price, priceCurrency, availability, validFrom
    }

    static func availability(_ availability: Availability) -> String {
        let name =
            switch availability {
            case .open: "InStock"
            case .lastPlaces: "LimitedAvailability"
            case .waitingList: "BackOrder"
            case .notYetOpen: "PreOrder"
            case .closed(let left) where left > 0: "InStoreOnly"
            case .full, .closed, .over: "SoldOut"
            case .cancelled: "Discontinued"
            }
        return "https://schema.org/" + name
    }
}

/// The day that the session is part of.
private struct Day: Encodable {
    private struct City: Encodable {
        let type = "Place"
        let name = "Paris"
        let address = Address(addressLocality: "Paris")

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name, address
        }
    }

    private let type = "Event"
    private let location = City()
    let name: String
    let startDate: String
    let endDate: String
    let url: String

    private enum CodingKeys: String, CodingKey {
        case type = "@type"
        case location, name, startDate, endDate, url
    }

    init(name: String, startDate: String, endDate: String, url: String) {
        (self.name, self.startDate, self.endDate, self.url) = (name, startDate, endDate, url)
    }
}
