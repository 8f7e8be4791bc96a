internal import Foundation
internal import Presentation
internal import Registration

extension StaffLetterWriter {
    /// To whoever runs sessions: how their doors are opened. No name of anybody who comes is in it.
    func hostDoors(_ news: HostDoors) -> WrittenLetter {
        let texts = Texts.all.hostMail
        let phrases = LetterPhrases(language, in: news.timeZone)
        let doors = news.doors.flatMap { door -> [LetterBlock] in
            [
                .heading("\(door.venue), \(door.room)"),
                .list(
                    door.sessions.map { slot in
                        "\(slot.title.typeset[language]), \(phrases.when(slot.startsAt, slot.endsAt))"
                    }),
                .action(LetterLink(label: texts.open[language], address: addresses.door(door.link))),
            ]
        }
        return written(
            texts.subject[language],
            [.title(texts.title[language]), .paragraph(news.host), paragraph(texts.lead)] + doors
                + [paragraph(texts.sheet), paragraph(texts.secret), paragraph(texts.reason)])
    }

    /// A message as people will read it, to whoever wrote it.
    func messageTest(_ news: MessageTest) throws -> WrittenLetter {
        let now = Date()
        let letter = try Letter.sample(of: news.message, about: news.session, language, news.timeZone, now: now)
        return try LetterWriter(letter: letter, addresses: addresses, sender: "", now: now).write()
    }
}
