/// What a browser says it is, as far as its owner needs it to tell one login from another: `Firefox, Linux`.
struct BrowserName: Sendable {
    let text: String?

    private static let browsers = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]

    init(userAgent: String?) {
        let parts = [Self.browsers, Self.systems].compactMap { known in
            known.first { userAgent?.contains($0.0) == true }?.1
        }
        text = parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
