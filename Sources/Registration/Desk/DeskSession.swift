public import Foundation

/// A session as the organiser's desk has it, a draft or one that is off included.
public struct DeskSession: Identifiable, Hashable, Sendable {
    public enum Status: String, CaseIterable, Hashable, Sendable {
        /// Not in the programme, or no longer.
        case draft, published, cancelled
    }

    public let id: Int64
    public let slug: String
    /// Counts its changes.
    public let version: Int
    public let facts: SessionFacts
    public let roomID: DeskRoom.ID
    public let roomCapacity: Int
    public let hostID: DeskHost.ID
    public let venueName: String
    public let arrondissement: Int
    public let tally: Tally
    /// Sign-ups that live; known of one session only, 0 in a list.
    public let signedUp: Int
    public let updatedAt: Date

    public init(
        id: Int64, slug: String, version: Int, facts: SessionFacts, roomID: DeskRoom.ID, roomCapacity: Int,
        hostID: DeskHost.ID, venueName: String, arrondissement: Int, tally: Tally, signedUp: Int, updatedAt: Date
    ) {
        self.id = id
        self.slug = slug
        self.version = version
        self.facts = facts
        self.roomID = roomID
        self.roomCapacity = roomCapacity
        self.hostID = hostID
        self.venueName = venueName
        self.arrondissement = arrondissement
        self.tally = tally
        self.signedUp = signedUp
        self.updatedAt = updatedAt
    }

    public var status: Status { facts.isCancelled ? .cancelled : facts.isPublished ? .published : .draft }
}

/// A venue as the desk has it, with its rooms and what is on there in the current edition.
public struct DeskVenue: Identifiable, Hashable, Sendable {
    public let id: Int64
    /// Counts its changes.
    public let version: Int
    public let venue: Venue
    public let rooms: [DeskRoom]
    public let sessions: Int
    /// Places confirmed.
    public let confirmed: Int

    public init(id: Int64, version: Int = 1, venue: Venue, rooms: [DeskRoom], sessions: Int, confirmed: Int) {
        self.id = id
        self.version = version
        self.venue = venue
        self.rooms = rooms
        self.sessions = sessions
        self.confirmed = confirmed
    }
}

/// A space in a venue, with the capacity that fire safety allows.
public struct DeskRoom: Identifiable, Hashable, Sendable {
    public let id: Int64
    public let version: Int
    public let name: String
    public let capacity: Int
    public let sessions: Int
    /// The largest capacity of a session in it: its own can't be lower.
    public let largest: Int

    public init(id: Int64, version: Int = 1, name: String, capacity: Int, sessions: Int, largest: Int) {
        self.id = id
        self.version = version
        self.name = name
        self.capacity = capacity
        self.sessions = sessions
        self.largest = largest
    }
}

public struct DeskHost: Identifiable, Hashable, Sendable {
    public let id: Int64
    public let version: Int
    public let host: Host
    /// Whom to write to about its sessions.
    public let contact: String?
    public let sessions: Int

    public init(id: Int64, version: Int = 1, host: Host, contact: String? = nil, sessions: Int) {
        self.id = id
        self.version = version
        self.host = host
        self.contact = contact
        self.sessions = sessions
    }
}
