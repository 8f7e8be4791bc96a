internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// All accounts, for whoever manages them: who may do what is changed only by somebody who has just shown who they are.
struct AccountRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/accounts", needs: .accountsManage) { request, _, visit in try await list(request, visit) }
        staff.get("/staff/accounts/new", needs: .accountsManage, proof: .fresh) { _, _, visit in
            form(AccountForm(language: visit.language), of: nil, visit)
        }
        staff.post("/staff/accounts/new", needs: .accountsManage, proof: .fresh) { fields, _, _, visit in
            try await add(fields, visit)
        }
        staff.get("/staff/accounts/:account", needs: .accountsManage, proof: .fresh) { _, context, visit in
            let account = try await account(context, visit)
            return form(AccountForm(account), of: account, visit)
        }
        staff.post("/staff/accounts/:account", needs: .accountsManage, proof: .fresh) { fields, _, context, visit in
            try await change(fields, context, visit)
        }
        for step in AccountStep.allCases {
            let path = "/staff/accounts/:account/\(step.rawValue)"
            staff.post(path, needs: .accountsManage, proof: .fresh) { _, _, context, visit in
                try await take(step, context, visit)
            }
        }
    }

    private func list(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let accounts = try await desk.store.accounts(actor: visit.actor)
        let done = request.uri.queryParameters.get("done").flatMap { AccountsView.Done(rawValue: String($0)) }
        let view = AccountsView(accounts, done: done, timeZone: desk.timeZone, visit.language)
        return StaffAnswer.page(
            desk.pages.staff(.staffAccounts, visit, title: view.title, at: .accounts, view), visit)
    }

    private func add(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let typed = AccountForm(fields)
        let new: NewAccount
        switch typed.account() {
        case .failure(let rejected):
            return form(typed, of: nil, visit, because: rejected, status: .unprocessableContent)
        case .success(let account): new = account
        }
        let (outcome, _) = try await desk.store.add(new, actor: visit.actor)
        let problem: AccountForm.Rejected? =
            switch outcome {
            case .added: nil
            case .known: .known
            case .venuesNeeded, .unknownVenue: .venuesNeeded
            case .noVenues: .noVenues
            }
        guard let problem else { return back(.invited) }
        return form(typed, of: nil, visit, because: problem, status: .unprocessableContent)
    }

    private func change(_ fields: FormFields, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        let account = try await account(context, visit)
        let typed = AccountForm(fields)
        guard let role = typed.role else { throw Refusal.badRequest }
        let outcome = try await desk.store.changeAccount(
            account.id, to: role, venues: typed.venues, actor: visit.actor)
        return try answer(outcome, typed, account, visit, done: .changed)
    }

    private func take(_ step: AccountStep, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        let account = try await account(context, visit)
        let store = desk.store
        let outcome =
            switch step {
            case .disable: try await store.disableAccount(account.id, true, actor: visit.actor)
            case .enable: try await store.disableAccount(account.id, false, actor: visit.actor)
            case .reset: try await store.resetAccount(account.id, actor: visit.actor)
            }
        let done: AccountsView.Done =
            switch step {
            case .disable: .disabled
            case .enable: .enabled
            case .reset: .reset
            }
        return try answer(outcome, AccountForm(account), account, visit, done: done)
    }

    private func answer(
        _ outcome: AccountChange, _ typed: AccountForm, _ account: ListedAccount, _ visit: StaffVisit,
        done: AccountsView.Done
    ) throws -> Response {
        let problem: AccountForm.Rejected
        switch outcome {
        case .done, .changed: return back(done)
        case .unknownAccount: throw Refusal.notFound
        case .unknownVenue, .venuesNeeded: problem = .venuesNeeded
        case .noVenues: problem = .noVenues
        case .lastAdministrator: problem = .lastAdministrator
        }
        return form(typed, of: account, visit, because: problem, status: .unprocessableContent)
    }

    private func back(_ done: AccountsView.Done) -> Response {
        .seeOther(StaffAddress.accounts.path + "?done=\(done.rawValue)")
    }

    private func account(_ context: WebContext, _ visit: StaffVisit) async throws -> ListedAccount {
        let id = context.parameters.get("account").flatMap { UUID(uuidString: String($0)) }
        let accounts = try await desk.store.accounts(actor: visit.actor)
        guard let account = accounts.first(where: { $0.id == id }) else { throw Refusal.notFound }
        return account
    }

    private func form(
        _ typed: AccountForm, of account: ListedAccount?, _ visit: StaffVisit,
        because rejected: AccountForm.Rejected? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let venues = desk.store.programme.latest.programme.venues
        let view = AccountView(typed, of: account, venues: venues, because: rejected, visit.language)
        let address = account.map { StaffAddress.changeAccount($0.id) } ?? .newAccount
        return StaffAnswer.page(
            desk.pages.staff(.staffAccount, visit, title: view.title, at: address, view), visit, status: status)
    }
}
