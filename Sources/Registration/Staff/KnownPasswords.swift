internal import Foundation

/// What passwords are made of that everybody tries first.
///
/// The list is our own: words and runs of keys that French and English lists of leaked passwords share (such as those that
/// the CNIL and the NCSC write about), names of the month, and this service's own words. A password is refused where hardly
/// anything is left of it once these are taken out; a phrase of ordinary words is not.
enum KnownPasswords {
    /// Lower case, without accents, as `folded` makes them.
    private static let words = """
        motdepasse password passwort passw0rd passe secret azerty azertyuiop qwerty qwertyuiop qwertz qsdfghjklm asdfghjkl
        wxcvbn zxcvbnm bonjour bonsoir salut soleil doudou chouchou loulou coucou princesse amour jetaime iloveyou marseille
        parissg psg france paris om admin administrateur administrator root user utilisateur login welcome bienvenue
        letmein monkey dragon football rugby baseball superman batman master shadow sunshine princess starwars pokemon
        nicolas camille julien thomas alexandre chocolat fromage vacances maison famille papa maman bebe chien chat
        whatever trustno changeme changemoi default defaut test demo essai temporaire provisoire ordinateur internet
        google facebook microsoft windows apple linux samsung hello freedom cheval loveyou corporate entreprise
        janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre printemps ete automne hiver
        january february march april may june july august september october november december spring summer autumn winter
        lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday
        socialday social day journee mairie inscription benevole solidaire association mouves staff
        correcthorsebatterystaple unjoursolidaireaparis
        """.split { $0 == " " || $0 == "\n" }.map(String.init).sorted { $0.count > $1.count }

    private static let runs = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop",
        "asdfghjkl", "zxcvbnm",
    ]

    /// Less than so many letters or digits beside what everybody tries is no secret.
    private static let least = 4

    /// Whether somebody who tries what everybody uses would soon find this.
    ///
    /// - Parameter email: Whose password it is to be: its parts are no secret either.
    static func hold(_ password: String, email: String) -> Bool {
        var rest = folded(password)
        if Set(rest).count < 5 { return true }
        // Whatever it is made of, nobody gets so far by trying.
        if rest.count > 100 { return false }
        for word in parts(of: email) + words { rest = rest.replacing(word, with: " ") }
        let left = withoutRuns(rest).filter { $0.isLetter || $0.isNumber }
        // The same over and over is one.
        return Set(left).count < least
    }

    /// The pieces of an address, the longest first.
    private static func parts(of email: String) -> [String] {
        let halves = folded(email.replacing("@", with: "/")).split(separator: "/").map(String.init)
        let pieces = halves.flatMap { half in half.split { ".-_+".contains($0) }.map(String.init) }
        return (halves + pieces).filter { $0.count >= 3 }.sorted { $0.count > $1.count }
    }

    /// Lower case, without accents and spaces, digits that stand for letters read as these where letters are about.
    private static func folded(_ text: String) -> String {
        let plain = text.lowercased().decomposedScalars.filter { !$0.properties.isWhitespace && !$0.isMark }
        let letters = String(String.UnicodeScalarView(plain))
        guard letters.contains(where: \.isLetter) else { return letters }
        let standsFor: [Character: Character] = [
            "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s",
        ]
        let characters = Array(letters)
        return String(
            characters.enumerated().map { index, character in
                let isBesideLetter =
                    index > 0 && characters[index - 1].isLetter
                    || index + 1 < characters.count && characters[index + 1].isLetter
                return isBesideLetter ? standsFor[character] ?? character : character
            })
    }

    /// Without three or more that follow one another on a keyboard, in the alphabet or in counting, either way round, and
    /// without years.
    private static func withoutRuns(_ text: String) -> String {
        var rest = text.replacing(/(19|20)\d\d/, with: " ")
        for run in runs + runs.map({ String($0.reversed()) }) {
            let keys = Array(run)
            for length in stride(from: min(keys.count, 20), through: 3, by: -1) {
                for start in 0...(keys.count - length) {
                    rest = rest.replacing(String(keys[start..<start + length]), with: " ")
                }
            }
        }
        return rest
    }
}

extension String {
    /// Letters and their accents apart.
    fileprivate var decomposedScalars: [Unicode.Scalar] { Array(decomposedStringWithCanonicalMapping.unicodeScalars) }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool { properties.generalCategory == .nonspacingMark }
}
