/// A page that says one thing and leads on.
struct StaffMessageView: Sendable {
    let title: String
    let lead: String
    var points: [String] = []
    var links: [GateView.Link] = []
}
