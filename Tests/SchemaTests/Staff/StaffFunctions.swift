/// What every function of the staff asks of its actor: held against what the database does.
enum StaffFunctions {
    enum Need: Hashable {
        /// An account of one's own, whatever its role.
        case account
        /// This permission; of a venue, where the function has one.
        case permission(String)
    }

    static let all: [String: Need] = [
        "accounts": .permission("accounts:manage"), "add_account": .permission("accounts:manage"),
        "change_account": .permission("accounts:manage"), "disable_account": .permission("accounts:manage"),
        "reset_account": .permission("accounts:manage"),
        "record": .permission("record:read"), "record_kinds": .permission("record:read"),
        "make_door_link": .permission("door:open"), "end_door_link": .permission("door:open"),
        "end_login": .account, "open_logins": .account, "recovery_codes_left": .account, "renew_login": .account,
        "reset_factor": .account, "set_factor": .account, "set_language": .account, "set_password": .account,
    ]
}
