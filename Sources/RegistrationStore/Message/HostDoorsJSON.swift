internal import Foundation
internal import Registration

// What the letters to staff that are about messages and hosts tell, as app.staff_letter_news gives it.

struct HostDoorsJSON: Decodable {
    struct DoorJSON: Decodable {
        let door: UUID
        let venue, room: String
        let sessions: [SlotJSON]
    }

    struct SlotJSON: Decodable {
        let titleFr, titleEn: String
        let startsAt, endsAt: Double
    }

    let host, timeZone: String
    let doors: [DoorJSON]

    func news() -> HostDoors {
        HostDoors(
            host: host, timeZone: TimeZone(identifier: timeZone) ?? .gmt,
            doors: doors.map { door in
                HostDoors.Door(
                    link: door.door, venue: door.venue, room: door.room,
                    sessions: door.sessions.map { slot in
                        HostDoors.Slot(
                            title: Localized(french: slot.titleFr, english: slot.titleEn),
                            startsAt: instant(slot.startsAt),
                            endsAt: instant(slot.endsAt))
                    })
            })
    }
}

struct MessageTestJSON: Decodable {
    let message: NewsJSON.Version
    let session: SessionJSON
    let timeZone: String

    func news() throws -> MessageTest {
        MessageTest(
            message: try message.version(), session: try session.session(),
            timeZone: TimeZone(identifier: timeZone) ?? .gmt)
    }
}
