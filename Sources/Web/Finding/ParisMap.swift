/// A drawing of the twenty arrondissements of our own: the snail that they wind in, each one large enough to be touched, and
/// the river between its banks. It is a scheme; nothing on it can be measured.
enum ParisMap {
    struct Shape: Sendable {
        let arrondissement: Int
        /// Where its number stands.
        let x: Int
        let y: Int
        /// The corners, as SVG's `polygon` takes them.
        let corners: String
    }

    static let width = 1000
    static let height = 800

    static let shapes: [Shape] = [
        Shape(
            arrondissement: 1, x: 458, y: 356,
            corners: "481,256 591,386 549,454 385,434 338,337 382,250"),
        Shape(
            arrondissement: 2, x: 571, y: 266,
            corners: "591,386 481,256 569,160 592,160 644,280 595,384"),
        Shape(
            arrondissement: 3, x: 716, y: 327,
            corners: "749,409 595,384 644,280 776,243 827,270 825,297"),
        Shape(
            arrondissement: 4, x: 679, y: 475,
            corners: "737,595 553,469 549,454 591,386 749,409 794,507"),
        Shape(
            arrondissement: 5, x: 600, y: 592,
            corners: "505,642 553,469 737,595 737,605 541,701"),
        Shape(
            arrondissement: 6, x: 433, y: 538,
            corners: "309,556 385,434 549,454 553,469 505,642 323,617"),
        Shape(
            arrondissement: 7, x: 263, y: 433,
            corners: "185,333 338,337 385,434 309,556 138,484"),
        Shape(
            arrondissement: 8, x: 238, y: 240,
            corners: "81,190 133,138 364,188 382,250 338,337 185,333"),
        Shape(
            arrondissement: 9, x: 453, y: 163,
            corners: "569,160 481,256 382,250 364,188 423,34"),
        Shape(
            arrondissement: 10, x: 681, y: 188,
            corners: "644,280 592,160 699,73 776,243"),
        Shape(
            arrondissement: 11, x: 841, y: 422,
            corners: "959,483 794,507 749,409 825,297"),
        Shape(
            arrondissement: 12, x: 850, y: 580,
            corners: "979,488 969,526 922,606 854,676 803,710 737,605 737,595 794,507 959,483"),
        Shape(
            arrondissement: 13, x: 665, y: 707,
            corners: "803,710 768,732 669,771 561,792 542,792 541,701 737,605"),
        Shape(
            arrondissement: 14, x: 413, y: 711,
            corners: "542,792 451,793 342,774 260,744 323,617 505,642 541,701"),
        Shape(
            arrondissement: 15, x: 193, y: 602,
            corners: "260,744 242,737 154,683 84,614 36,538 138,484 309,556 323,617"),
        Shape(
            arrondissement: 16, x: 86, y: 372,
            corners: "36,538 9,449 7,361 31,274 78,194 185,333 138,484"),
        Shape(
            arrondissement: 17, x: 302, y: 103,
            corners: "133,138 146,124 232,68 331,29 420,12 423,34 364,188"),
        Shape(
            arrondissement: 18, x: 568, y: 68,
            corners: "420,12 439,8 549,7 658,26 709,45 699,73 592,160 569,160 423,34"),
        Shape(
            arrondissement: 19, x: 807, y: 164,
            corners: "709,45 758,63 846,117 916,186 930,208 827,270 776,243 699,73"),
        Shape(
            arrondissement: 20, x: 923, y: 337,
            corners: "993,439 979,488 959,483 825,297 827,270 930,208 965,265 991,351"),
    ]

    /// The Seine, upstream first, as SVG's `polyline` takes it.
    static let seine =
        "850,800 803,710 737,605 737,595 553,469 549,454 385,434 338,337 185,333 138,484 36,538 -20,560"
}
