internal import Presentation
internal import Registration

/// A page that the bar on top leads to.
enum StaffPage: Hashable, Sendable {
    case home, sessions, venues, hosts, notices, changes, people, signUp, messages, exports, board, door, hostLetters
    case record, accounts

    var address: StaffAddress {
        switch self {
        case .home: .home
        case .sessions: .desk(.sessions(SessionQuery()))
        case .venues: .desk(.venues(DeskQuery()))
        case .hosts: .desk(.hosts(DeskQuery()))
        case .notices: .desk(.notices)
        case .changes: .desk(.changes(DeskQuery()))
        case .people: .people(.search)
        case .signUp: .people(.signUp(session: nil, person: nil))
        case .messages: .people(.messages)
        case .exports: .exports
        case .board: .board(venue: nil)
        case .door: .door
        case .hostLetters: .people(.hostLetters)
        case .record: .record
        case .accounts: .accounts
        }
    }

    var need: StaffNeed {
        switch self {
        case .home: .member
        case .sessions, .venues, .hosts, .notices, .changes: .programmeChange
        case .people: .peopleRead
        case .signUp: .peopleChange
        case .messages, .hostLetters: .peopleWriteTo
        case .exports: .peopleExport
        case .board: .countsRead
        case .door: .doorWork
        case .record: .recordRead
        case .accounts: .accountsManage
        }
    }

    var label: Localized {
        switch self {
        case .home: Texts.all.staff.home
        case .sessions: Texts.all.desk.sessions
        case .venues: Texts.all.desk.venues
        case .hosts: Texts.all.desk.hosts
        case .notices: Texts.all.desk.notices
        case .changes: Texts.all.navigation.changes
        case .people: Texts.all.navigation.find
        case .signUp: Texts.all.navigation.signUp
        case .messages: Texts.all.writing.title
        case .exports: Texts.all.exports.navigation
        case .board: Texts.all.board.title
        case .door: Texts.all.door.title
        case .hostLetters: Texts.all.navigation.hostLetters
        case .record: Texts.all.staff.record
        case .accounts: Texts.all.staff.accounts
        }
    }
}

extension StaffAddress {
    /// The page of the bar that this one is, or comes after; `nil` for one's own account and the ways in.
    var page: StaffPage? {
        switch self {
        case .home: .home
        case .accounts, .newAccount, .changeAccount, .accountStep: .accounts
        case .record: .record
        case .exports, .export, .exportFile, .exportChoice: .exports
        case .door, .doorSession, .doorTicket, .doorLink, .sheet: .door
        case .board, .capacity: .board
        case .desk(let address): address.page
        case .people(let address): address.page
        case .login, .logout, .code, .confirm, .language, .account, .password, .factor, .logins, .endLogin, .link,
            .forgotten:
            nil
        }
    }
}

extension DeskAddress {
    fileprivate var page: StaffPage {
        switch self {
        case .sessions, .newSession, .session, .step, .publication, .importFile: .sessions
        case .venues, .newVenue, .venue, .rooms: .venues
        case .hosts, .host: .hosts
        case .notices, .notice, .clearNotice: .notices
        case .changes, .undoChange: .changes
        }
    }
}

extension PeopleAddress {
    fileprivate var page: StaffPage {
        switch self {
        case .search, .found, .person, .contact, .notes, .deleteNote, .restoreNote, .step, .ticket, .session,
            .waitingList:
            .people
        case .signUp: .signUp
        case .messages, .message, .write: .messages
        case .hostLetters, .hostContact: .hostLetters
        }
    }
}
