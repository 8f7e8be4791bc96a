import Glibc

/// Who runs PostgreSQL's programs, which refuse to run as root.
struct Account: Sendable, Hashable {
    let name: String
    let userID: uid_t
    let groupID: gid_t
    /// Whether it is another one than this process's.
    let isOther: Bool

    /// This process's account; as root the one that owns the data already, or else `postgres`, or else `nobody`.
    static func forData(at path: String) throws(PostgresServerError) -> Account {
        guard geteuid() == 0 else {
            return Account(
                name: name(of: geteuid()) ?? "\(geteuid())", userID: geteuid(), groupID: getegid(), isOther: false)
        }
        if let owner = FileStatus(path)?.owner, owner != 0, let name = name(of: owner), let account = named(name) {
            return account
        }
        guard let account = named("postgres") ?? named("nobody") else {
            throw PostgresServerError(
                .noAccount,
                "PostgreSQL refuses to run as root, and there is neither an account postgres nor nobody; "
                    + "make one ('adduser --system postgres'), or run this as another user")
        }
        return account
    }

    private static func named(_ name: String) -> Account? {
        guard let entry = getpwnam(name) else { return nil }
        return Account(name: name, userID: entry.pointee.pw_uid, groupID: entry.pointee.pw_gid, isOther: true)
    }

    private static func name(of userID: uid_t) -> String? {
        getpwuid(userID).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
    }
}

/// What `lstat` tells of a path; nil where there is nothing.
struct FileStatus: Hashable {
    let owner: uid_t
    let device: dev_t
    let inode: ino_t
    private let mode: mode_t

    init?(_ path: String, followingLinks: Bool = false) {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        owner = status.st_uid
        device = status.st_dev
        inode = status.st_ino
        mode = status.st_mode
    }

    var isDirectory: Bool { mode & S_IFMT == S_IFDIR }
    var permissions: mode_t { mode & 0o7777 }
    func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
