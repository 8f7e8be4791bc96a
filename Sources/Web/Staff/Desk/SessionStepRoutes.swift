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
            staff.get(path, needs: .programmeChange) { _, context, visit in
                try await ask(step, try await SessionWork(desk, context, visit))
            }
            staff.post(path, needs: .programmeChange) { fields, _, context, visit in
                try await take(step, fields, try await SessionWork(desk, context, visit))
            }
        }
    }

    private func ask(_ step: SessionStep, _ work: SessionWork, notice: NoticeView? = nil) async throws -> Response {
        let effect = try await work.change(step.change, ChangeTerms(version: nil, isDryRun: true))
        var choice: (confirmed: Int, move: SessionEffect)?
        if effect.asksForChoice {
            let terms = ChangeTerms(version: nil, excess: .move, isDryRun: true)
            choice = (work.session.tally.confirmed, try await work.change(step.change, terms))
        }
        switch effect.outcome {
        case .unknownSession: throw Refusal.notFound
        case .unchanged: return .seeOther(work.address.path + "?done=unchanged")
        default: break
        }
        let (texts, language) = (Texts.all.desk, work.visit.language)
        var notice = notice
        if effect.outcome == .refused, choice == nil {
            let titles = try await SessionWork.titles(desk, work.visit)
            let problems = DeskProblems(effect.problems, titles: titles)
            let reasons = problems.entries.map { $0.problem.message(in: language) }.joined(separator: " ")
            notice = NoticeView(texts.impossibleTitle[language], reasons, kind: "bad")
        }
        let (title, lead, submit) = step.texts
        let sentences = step == .withdraw ? [work.phrases.withdrawn(signedUp: work.session.signedUp)] : []
        let question = EffectView.Question(
            title: title[language], lead: lead[language],
            action: DeskAddress.step(slug: work.session.slug, step).path, submit: submit[language],
            hidden: [])
        let view = try EffectView(
            effect, of: work.session, question, sentences: sentences, choice: choice, notice: notice,
            in: work.choices.timeZone, language)
        return work.page(view, status: notice == nil ? .ok : .conflict)
    }

    private func take(_ step: SessionStep, _ fields: FormFields, _ work: SessionWork) async throws -> Response {
        let terms = ChangeTerms(
            version: Int(fields["version"]), excess: Excess(rawValue: fields["excess"]), shown: ShownEffect(fields),
            isDryRun: false)
        let effect = try await work.change(step.change, terms)
        let (texts, language) = (Texts.all.desk, work.visit.language)
        switch effect.outcome {
        case .changed: return work.done(effect)
        case .unchanged: return .seeOther(work.address.path + "?done=unchanged")
        case .outdated:
            // What was agreed to is no longer what would be done.
            let notice = NoticeView(texts.outdatedTitle[language], texts.moreBody[language], kind: "bad")
            return try await ask(step, work, notice: notice)
        case .moreAffected:
            let notice = NoticeView(texts.moreTitle[language], texts.moreBody[language], kind: "bad")
            return try await ask(step, work, notice: notice)
        case .refused: return try await ask(step, work)
        case .unknownSession: throw Refusal.notFound
        }
    }
}

extension SessionStep {
    fileprivate var change: SessionChange {
        switch self {
        case .publish: .publish(true)
        case .withdraw: .publish(false)
        case .cancel: .cancel(true)
        case .restore: .cancel(false)
        }
    }

    fileprivate var texts: (title: Localized, lead: Localized, submit: Localized) {
        let texts = Texts.all.desk
        return switch self {
        case .publish: (texts.publishTitle, texts.publishBody, texts.publish)
        case .withdraw: (texts.withdrawTitle, texts.withdrawBody, texts.withdraw)
        case .cancel: (texts.cancelTitle, texts.cancelBody, texts.cancel)
        case .restore: (texts.restoreTitle, texts.restoreBody, texts.restore)
        }
    }
}
