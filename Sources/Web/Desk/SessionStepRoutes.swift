internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// What is done to a session with one yes: its effect is shown first.
struct SessionStepRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        for step in SessionStep.allCases {
            let path = "/staff/sessions/:slug/\(step.rawValue)"
            staff.get(path, needs: .programmeChange) { request, context, visit in
                let past = request.uri.queryParameters.get("to", as: Int.self)
                return try await ask(step, past, try await DeskWork(desk, context, visit))
            }
            staff.post(path, needs: .programmeChange) { fields, _, context, visit in
                try await take(step, fields, try await DeskWork(desk, context, visit))
            }
        }
    }

    private func ask(
        _ step: SessionStep, _ past: Int?, _ work: DeskWork, notice: NoticeView? = nil
    ) async throws -> Response {
        guard let change = step.change(past: past) else { throw Refusal.notFound }
        let effect = try await work.change(change, ChangeTerms(version: nil, isDryRun: true))
        var choice: (confirmed: Int, move: SessionEffect)?
        if effect.asksForChoice {
            let terms = ChangeTerms(version: nil, excess: .move, isDryRun: true)
            choice = (work.session.tally.confirmed, try await work.change(change, terms))
        }
        switch effect.outcome {
        case .unknownSession, .unknownVersion: throw Refusal.notFound
        case .unchanged: return .seeOther(work.address.path + "?done=unchanged")
        default: break
        }
        let (texts, language) = (Texts.all.desk, work.visit.language)
        var notice = notice
        if effect.outcome == .refused, choice == nil {
            let titles = try await DeskWork.titles(desk, work.visit)
            let problems = DeskProblems(effect.problems, titles: titles)
            let reasons = problems.entries.map { $0.problem.message(in: language) }.joined(separator: " ")
            notice = NoticeView(texts.impossibleTitle[language], reasons, kind: "bad")
        }
        let (title, lead, submit) = step.texts
        let sentences = step == .withdraw ? [work.phrases.withdrawn(signedUp: work.session.signedUp)] : []
        let question = EffectView.Question(
            title: title[language], lead: lead[language],
            action: DeskAddress.step(slug: work.session.slug, step).path, submit: submit[language],
            hidden: past.map { [.init(name: "to", value: String($0))] } ?? [])
        let view = try EffectView(
            effect, of: work.session, question, sentences: sentences, choice: choice, notice: notice,
            in: work.choices.timeZone, language)
        return work.page(view, status: notice == nil ? .ok : .conflict)
    }

    private func take(_ step: SessionStep, _ fields: FormFields, _ work: DeskWork) async throws -> Response {
        let past = Int(fields["to"])
        guard let change = step.change(past: past) else { throw Refusal.notFound }
        let terms = ChangeTerms(
            version: Int(fields["version"]), excess: Excess(rawValue: fields["excess"]), shown: ShownEffect(fields),
            isDryRun: false)
        let effect = try await work.change(change, terms)
        let (texts, language) = (Texts.all.desk, work.visit.language)
        switch effect.outcome {
        case .changed: return work.done(effect)
        case .unchanged: return .seeOther(work.address.path + "?done=unchanged")
        case .outdated:
            // What was agreed to is no longer what would be done.
            let notice = NoticeView(texts.outdatedTitle[language], texts.moreBody[language], kind: "bad")
            return try await ask(step, past, work, notice: notice)
        case .moreAffected:
            let notice = NoticeView(texts.moreTitle[language], texts.moreBody[language], kind: "bad")
            return try await ask(step, past, work, notice: notice)
        case .refused: return try await ask(step, past, work)
        case .unknownSession, .unknownVersion: throw Refusal.notFound
        }
    }
}

extension SessionStep {
    /// - Parameter past: The version to go back to; what undoes has to have one.
    fileprivate func change(past: Int?) -> SessionChange? {
        switch self {
        case .publish: .publish(true)
        case .withdraw: .publish(false)
        case .cancel: .cancel(true)
        case .restore: .cancel(false)
        case .undo: past.map { .goBack(to: $0) }
        }
    }

    fileprivate var texts: (title: Localized, lead: Localized, submit: Localized) {
        let texts = Texts.all.desk
        return switch self {
        case .publish: (texts.publishTitle, texts.publishBody, texts.publish)
        case .withdraw: (texts.withdrawTitle, texts.withdrawBody, texts.withdraw)
        case .cancel: (texts.cancelTitle, texts.cancelBody, texts.cancel)
        case .restore: (texts.restoreTitle, texts.restoreBody, texts.restore)
        case .undo: (texts.undoTitle, texts.undoBody, texts.undo)
        }
    }
}
