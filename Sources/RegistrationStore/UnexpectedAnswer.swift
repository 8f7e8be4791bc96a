/// The database answered with a word that this program does not know: it runs on a newer schema.
struct UnexpectedAnswer: Error, CustomStringConvertible {
    let function: String
    let answer: String
    var description: String { "\(function) answered '\(answer)', which this version of the program does not know" }
}
