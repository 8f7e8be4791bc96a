internal import Foundation
internal import Presentation
internal import Registration

/// Puts one piece of news into words.
struct NewsWriter {
    let news: News
    let language: Language
    let addresses: LetterAddresses
    let now: Date

    private var texts: MailTexts { Texts.all.mail }
    private var doorRule: Localized { Texts.all.doorRule.kept }
    private var phrases: LetterPhrases { LetterPhrases(language, in: news.timeZone) }

    func blocks() -> [LetterBlock] {
        let title = LetterBlock.title(phrases.heading(news.kind, places: news.signUps.first?.places ?? 1))
        switch news.kind {
        case .clash: return [title] + clash()
        case .day:
            return [title, text(texts.day)] + news.answers.flatMap(answer)
                + rule(for: news.answers.compactMap(\.signUp))
        case .reminder: return [title, text(texts.reminder)] + news.signUps.flatMap(reminder) + rule(for: news.signUps)
        case .tickets: return [title, text(texts.tickets)] + news.signUps.flatMap(ticket) + rule(for: news.signUps)
        case .addressLink:
            let address = addresses.everything(of: news.attendee, until: now + AddressLink.lifetime, language)
            return [title, text(texts.addressLink), action(texts.showAll, address)]
        case .message: return message()
        default: return [title] + news.signUps.flatMap(about)
        }
    }

    /// The name of the picture that is a ticket's code.
    static func picture(of signUp: SignUpNews) -> String { "\(Reference(signUp: signUp.id))".lowercased() }

    // MARK: One sign-up

    private func about(_ signUp: SignUpNews) -> [LetterBlock] {
        switch news.kind {
        case .confirmed: [facts(signUp)] + access(signUp)
        case .promoted: [text(texts.promoted), facts(signUp)] + access(signUp)
        case .waiting: waiting(signUp, texts.waiting)
        case .passedOver: waiting(signUp, texts.passedOver)
        case .movedToWaiting: waiting(signUp, texts.movedToWaiting)
        case .cancelled:
            [text(texts.cancelled), facts(signUp.session), link(texts.showSession, sessionAddress(signUp.session))]
        case .changed:
            signUp.status == .confirmed
                ? [text(texts.changed), facts(signUp)] + access(signUp) : waiting(signUp, texts.changedWaiting)
        case .switched:
            [text(texts.switched), facts(signUp)] + access(signUp)
                + (news.others.isEmpty ? [] : [.heading(texts.letGoOf[language]), .list(news.others.map(name))])
        case .alreadySignedUp:
            [text(texts.alreadySignedUp), facts(signUp)] + position(signUp) + [open(signUp)]
        case .sessionChanged: changed(signUp, texts.sessionChanged)
        case .placeRenamed: changed(signUp, texts.placeRenamed)
        case .sessionRestored: changed(signUp, texts.sessionRestored)
        case .sessionCancelled: calledOff(signUp)
        case .clash, .day, .reminder, .tickets, .addressLink, .message: []
        }
    }

    private func access(_ signUp: SignUpNews) -> [LetterBlock] {
        [open(signUp), code(signUp), text(texts.codeUse), text(doorRule), text(texts.letGo)]
    }

    private func waiting(_ signUp: SignUpNews, _ news: Localized) -> [LetterBlock] {
        position(signUp)
            + [
                text(news), facts(signUp), open(signUp),
                .heading(Texts.all.session.ruleTitle[language]), .list(phrases.rule(of: signUp.session)),
            ]
    }

    private func changed(_ signUp: SignUpNews, _ opening: Localized) -> [LetterBlock] {
        var blocks = [text(opening)]
        if let previous = news.previous, news.kind == .placeRenamed || !previous.isStill(signUp.session) {
            let address = news.kind == .placeRenamed ? [previous.address].compactMap(\.self) : []
            let place = ([previous.venue, previous.room] + address).joined(separator: ", ")
            blocks.append(
                .facts([
                    .init(label: texts.session[language], text: title(signUp.session)),
                    .init(
                        label: texts.before[language],
                        text: "\(phrases.when(previous.startsAt, previous.endsAt)), \(place)"),
                    .init(
                        label: texts.now[language],
                        text: "\(phrases.when(signUp.session)), \(phrases.place(signUp.session))"),
                ]))
        } else {
            blocks.append(facts(signUp))
        }
        if !news.others.isEmpty { blocks += [text(texts.newClash), .list(news.others.map(name))] }
        blocks.append(open(signUp))
        return signUp.status == .confirmed
            ? blocks + [code(signUp), text(texts.codeUse), text(doorRule)] : blocks + position(signUp)
    }

    private func calledOff(_ signUp: SignUpNews) -> [LetterBlock] {
        let blocks = [text(texts.sessionCancelled), facts(signUp.session)]
        guard !news.alternatives.isEmpty else { return blocks }
        return blocks
            + [
                text(texts.alternatives),
                .links(
                    news.alternatives.map { session in
                        LetterLink(label: name(session), address: sessionAddress(session))
                    }),
            ]
    }

    // MARK: Several

    private func clash() -> [LetterBlock] {
        guard let wanted = news.session else { return [] }
        let isOpen = wanted.signUpPhase(at: now) == .open
        return [
            text(texts.clash), .heading(texts.wanted[language]), facts(wanted),
            link(texts.showSession, sessionAddress(wanted)), .heading(texts.held[language]),
        ]
            + news.signUps.flatMap { [facts($0), open($0)] }
            + (isOpen ? [text(texts.switchOffer)] : [])
            + news.signUps.prefix(isOpen ? 1 : 0).map { signUp in
                action(texts.switchTo, addresses.exchange(signUp, for: wanted, language))
            }
    }

    /// What organisers wrote, then what it is about.
    private func message() -> [LetterBlock] {
        guard let filled = FilledMessage(news, in: language) else { return [] }
        return [.title(filled.subject)] + filled.paragraphs.map(LetterBlock.prose)
            + news.signUps.flatMap { [.heading(title($0.session)), facts($0, isTitled: true), open($0)] }
    }

    private func answer(_ answer: News.Answer) -> [LetterBlock] {
        let signUp = answer.signUp
        let outcome = phrases.outcome(answer.outcome, places: signUp?.places ?? 1, position: signUp?.position)
        let blocks = [.heading(title(answer.session)), outcome.map(LetterBlock.paragraph)].compactMap { $0 }
        guard let signUp else { return blocks + [link(texts.showSession, sessionAddress(answer.session))] }
        return blocks + [facts(signUp.session, isTitled: true), open(signUp)]
            + (signUp.status == .confirmed ? [code(signUp)] : [])
    }

    private func reminder(_ signUp: SignUpNews) -> [LetterBlock] {
        [
            .heading(title(signUp.session)), facts(signUp, isTitled: true), open(signUp),
            link(texts.cancel, addresses.cancellation(signUp, language)),
        ]
    }

    private func ticket(_ signUp: SignUpNews) -> [LetterBlock] {
        [.heading(title(signUp.session)), facts(signUp, isTitled: true)] + position(signUp) + [open(signUp)]
            + (signUp.status == .confirmed ? [code(signUp)] : [])
    }

    /// The door's, once for all that have places.
    private func rule(for signUps: [SignUpNews]) -> [LetterBlock] {
        signUps.contains { $0.status == .confirmed } ? [text(doorRule)] : []
    }

    // MARK: Pieces

    private func facts(_ signUp: SignUpNews, isTitled: Bool = false) -> LetterBlock {
        facts(signUp.session, isTitled: isTitled, places: SignUpPhrases(language).places(signUp.places))
    }

    /// - Parameter isTitled: whether the session's title stands above.
    private func facts(_ session: Session, isTitled: Bool = false, places: String? = nil) -> LetterBlock {
        let labels = Texts.all.session
        var facts: [LetterBlock.Fact] = []
        if !isTitled { facts.append(.init(label: texts.session[language], text: title(session))) }
        facts.append(.init(label: labels.when[language], text: phrases.when(session)))
        facts.append(.init(label: labels.place[language], text: phrases.place(session)))
        let access = SessionPhrases(language).access(to: session.venue)
        if !access.isEmpty {
            facts.append(.init(label: labels.access[language], text: access.joined(separator: " · ")))
        }
        if let places { facts.append(.init(label: texts.places[language], text: places)) }
        return .facts(facts)
    }

    private func position(_ signUp: SignUpNews) -> [LetterBlock] {
        signUp.position.map { [.paragraph(phrases.position($0))] } ?? []
    }

    private func open(_ signUp: SignUpNews) -> LetterBlock {
        action(
            signUp.status == .confirmed ? texts.showTicket : texts.showSignUp, addresses.ticket(signUp, language))
    }

    private func code(_ signUp: SignUpNews) -> LetterBlock {
        .code(picture: Self.picture(of: signUp), name: texts.codeName[language])
    }

    private func title(_ session: Session) -> String { session.title.typeset[language] }

    private func name(_ session: Session) -> String { "\(title(session)), \(phrases.when(session))" }

    private func name(_ signUp: SignUpNews) -> String { name(signUp.session) }

    private func sessionAddress(_ session: Session) -> String { addresses.session(session, language) }

    private func text(_ text: Localized) -> LetterBlock { .paragraph(text[language]) }

    private func action(_ label: Localized, _ address: String) -> LetterBlock {
        .action(LetterLink(label: label[language], address: address))
    }

    private func link(_ label: Localized, _ address: String) -> LetterBlock {
        .links([LetterLink(label: label[language], address: address)])
    }
}

extension FilledMessage {
    init?(_ news: News, in language: Language) {
        guard let message = news.message else { return nil }
        self.init(message, for: news.signUps.map(\.session), in: language, news.timeZone)
    }
}
