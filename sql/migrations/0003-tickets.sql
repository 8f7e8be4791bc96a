-- Finds the letters that somebody asked for by an address, to keep them to one an hour (api.ask_for_letter).
create index outbox_asked_for on app.outbox (attendee_id, created_at) where kind in ('tickets', 'address_link');
