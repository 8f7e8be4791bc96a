// swift-tools-version: 6.2
import PackageDescription

/// Our own code compiles without a warning, and under the language's coming rules.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// Versions are exact because Package.resolved is not kept: a checkout builds the same today and next year.
let package = Package(
    name: "SocialDay",
    products: [
        .executable(name: "socialday", targets: ["SocialDay"]),
        .library(name: "Postgres", targets: ["Postgres"]),
    ],
    dependencies: [
        // The front: HTTP/1.1 and routes over NIO, TLS; the services that start and stop together; what pages are written in.
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        // Hashes, tickets, passwords (scrypt); the demo's own certificate.
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        // Queues; logs; commands; PostgreSQL's programs as processes.
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    ],
    targets: [
        // The database client: knows nothing of registration.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "Postgres",
            dependencies: [
                "CLibPQ",
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "PostgresServer",
            dependencies: [
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),

        // The schema: SQL and the code that applies it.
        .target(
            name: "Schema",
            dependencies: [
                "Postgres", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "sql",
            resources: [.copy("migrations"), .copy("functions"), .copy("views")],
            swiftSettings: strict),

        // The domain.
        .target(
            name: "Registration",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "RegistrationStore",
            dependencies: [
                "Postgres", "Registration",
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // What people read: calendars (libical), QR codes (libqrencode) as SVG, and as PNG (libpng) for mails.
        .systemLibrary(name: "CLibIcal", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(
            name: "Presentation", dependencies: ["CLibIcal", "CPNG", "CQREncode", "Registration"], swiftSettings: strict
        ),

        // Attendee lists: workbooks (libxlsxwriter), encrypted nights (CMS, which only OpenSSL has), files in memory.
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(
            name: "Export",
            dependencies: [
                "CLibCrypto", "CLibXLSXWriter", "CLinux", "Postgres", "Presentation", "Registration",
                "RegistrationStore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // Mail: SMTP is libcurl's.
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(
            name: "Mail",
            dependencies: [
                "CLibCurl", "Postgres", "Presentation", "Registration", "RegistrationStore",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // The front; pages are compressed by zlib, once for all who read them.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Web",
            dependencies: [
                "CZlib", "Export", "Mail", "Presentation", "Registration", "RegistrationStore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Templates"), .copy("Assets"), .copy("API/openapi.json")],
            swiftSettings: strict),
        .executableTarget(
            name: "SocialDay",
            dependencies: [
                "Export", "Mail", "Postgres", "PostgresServer", "Presentation", "Registration", "RegistrationStore",
                "Schema", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            resources: [.copy("Programme")],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Postgres", "Registration", "RegistrationStore", "TestSupport", "Web",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            swiftSettings: strict),

        // What tests share: a PostgreSQL server of their own, and a database for each.
        .target(
            name: "TestSupport",
            dependencies: ["Postgres", "PostgresServer", "Schema", .product(name: "Logging", package: "swift-log")],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(name: "RegistrationTests", dependencies: ["Registration"], swiftSettings: strict),
        .testTarget(name: "PresentationTests", dependencies: ["Presentation", "Registration"], swiftSettings: strict),
        .testTarget(name: "MailTests", dependencies: ["Mail", "Presentation", "Registration"], swiftSettings: strict),
        .testTarget(
            name: "ExportTests",
            dependencies: ["Export", "Postgres", "Presentation", "Registration", "RegistrationStore", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "RegistrationStoreTests",
            dependencies: [
                "Postgres", "Registration", "RegistrationStore", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(name: "SchemaTests", dependencies: ["Postgres", "Schema", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "PostgresTests",
            dependencies: [
                "Postgres", "PostgresServer", "TestSupport",
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PostgresServerTests",
            dependencies: [
                "Postgres", "PostgresServer", "TestSupport", .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
    ]
)
