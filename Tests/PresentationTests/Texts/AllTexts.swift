import Registration

@testable import Presentation

/// Every text that stands in both languages side by side, by its name.
enum AllTexts {
    /// The fixed texts as `group.name`.
    static var fixed: [(name: String, text: Localized)] {
        Mirror(reflecting: Texts.all).children.flatMap { group in
            Mirror(reflecting: group.value).children.compactMap { child in
                (child.value as? Localized).map { ("\(group.label ?? "").\(child.label ?? "")", $0) }
            }
        }
    }

    /// Those, the names of what the domain has lists of, and the messages beside fields.
    static var all: [(name: String, text: Localized)] {
        let messages = SignUp.Field.allCases.flatMap { field in
            problems.map { problem in
                (
                    "\(field) \(problem.code)",
                    Localized(
                        french: problem.message(for: field, in: .french),
                        english: problem.message(for: field, in: .english))
                )
            }
        }
        return fixed + Format.allCases.map { ("format \($0)", $0.name) }
            + Theme.allCases.map { ("theme \($0)", $0.name) } + LegalForm.allCases.map { ("form \($0)", $0.name) }
            + Language.allCases.map { ("spoken \($0)", $0.spokenName) }
            + Facet.allCases.map { ("facet \($0)", $0.name) } + TimeOfDay.allCases.map { ("time \($0)", $0.name) }
            + AccessNeed.allCases.map { ("need \($0)", $0.name) }
            + OpenDataField.allCases.map { ("field \($0)", $0.meaning) } + messages
            + ExportColumn.allCases.map { ("column \($0)", $0.heading) }
            + SignUp.Status.allCases.map { ("listed \($0)", $0.listed) } + desk
    }

    /// The desk's.
    private static var desk: [(name: String, text: Localized)] {
        let problems: [DeskProblem] = [
            .missing, .tooLong(maximum: 9), .controlCharacters, .notASlug, .slugTaken, .nameTaken, .notANumber(1...9),
            .notDegrees(-90...90), .notChosen, .notATime, .skippedTime, .doubleTime, .endsBeforeStart,
            .closesBeforeOpening, .outsideEdition("2026"), .aboveRoom(capacity: "9"), .roomTaken(by: "X"),
            .belowConfirmed(places: "9"), .belowSession("X", capacity: 9), .cancelled, .past,
        ]
        return problems.map { problem in
            (
                "desk problem \(problem)",
                Localized(french: problem.message(in: .french), english: problem.message(in: .english))
            )
        } + DeskSession.Status.allCases.map { ("status \($0)", $0.name) }
            + SessionField.allCases.map { ("form \($0)", DeskFieldNames.name(of: $0.rawValue)) }
            + SessionField.allCases.compactMap { field in
                DeskFieldNames.hint(of: field.rawValue).map { ("hint \(field)", $0) }
            } + ImportPhrasesTests.texts
    }

    private static let problems: [FieldProblem] = [
        .missing, .tooShort(minimum: 8), .tooLong(maximum: 120), .controlCharacters, .noLetter, .notAnAddress,
        .notANumber, .outOfRange(1...6), .badCharacters, .notALanguage, .wrongType(expected: "string"),
    ]
}
