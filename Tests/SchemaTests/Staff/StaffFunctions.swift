/// What every function of the staff asks of its actor: held against what the database does.
enum StaffFunctions {
    enum Need: Hashable {
        /// An account of one's own, whatever its role.
        case account
        /// This permission; of a venue, where the function has one.
        case permission(String)
        /// This permission at any venue: of one's own it shows, and of no other.
        case anywhere(String)
        /// This permission at the venue of a session, which nobody has where none is named.
        case atSession(String)
    }

    static let all: [String: Need] = [
        "accounts": .permission("accounts:manage"), "add_account": .permission("accounts:manage"),
        "change_account": .permission("accounts:manage"), "disable_account": .permission("accounts:manage"),
        "reset_account": .permission("accounts:manage"),
        "record": .permission("record:read"), "record_kinds": .permission("record:read"),
        "open_door": .permission("door:open"), "end_door_link": .permission("door:open"),
        "end_login": .account, "open_logins": .account, "recovery_codes_left": .account, "renew_login": .account,
        "reset_factor": .account, "set_factor": .account, "set_language": .account, "set_password": .account,
        "change_session": .permission("programme:change"), "clear_notice": .permission("programme:change"),
        "create_session": .permission("programme:change"), "desk_hosts": .permission("programme:change"),
        "desk_sessions": .permission("programme:change"), "desk_venues": .permission("programme:change"),
        "import_sessions": .permission("programme:change"), "import_venues": .permission("programme:change"),
        "publish_sessions": .permission("programme:change"),
        "save_host": .permission("programme:change"), "save_room": .permission("programme:change"),
        "save_venue": .permission("programme:change"),
        "set_host_contact": .permission("programme:change"), "set_notice": .permission("programme:change"),
        "desk_changes": .permission("programme:change"), "part_since": .permission("programme:change"),
        "undo_change": .permission("programme:change"),
        "find_people": .permission("people:read"), "person": .permission("people:read"),
        "attendees": .permission("people:read"), "session_needs": .permission("people:read"),
        "session_people": .permission("people:read"),
        "waiting_list": .permission("people:read"), "add_note": .permission("people:change"),
        "delete_note": .permission("people:change"), "desk_cancel": .permission("people:change"),
        "desk_change_places": .permission("people:change"), "desk_move": .permission("people:change"),
        "desk_move_up": .permission("people:change"), "desk_put_back": .permission("people:change"),
        "desk_restore": .permission("people:change"), "desk_sign_up": .permission("people:change"),
        "set_contact": .permission("people:change"), "begin_export": .permission("people:export"),
        "export_run": .permission("people:export"), "forget_export_choice": .permission("people:export"),
        "save_export_choice": .permission("people:export"), "hosts_written_to": .permission("people:write_to"),
        "message_reach": .permission("people:write_to"), "messages": .permission("people:write_to"),
        "send_message": .permission("people:write_to"), "test_message": .permission("people:write_to"),
        "write_to_hosts": .permission("people:write_to"), "inside_now": .anywhere("counts:read"),
        "session_counts": .anywhere("counts:read"), "sign_up_days": .anywhere("counts:read"),
        "venue_doors": .permission("counts:read"), "check_in": .permission("door:work"),
        "door_list": .atSession("door:work"), "set_capacity": .permission("capacity:change"),
    ]
}
