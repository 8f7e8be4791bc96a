"""Accounts of the staff: invitations, passwords that were forgotten, second factors, and proofs of who is there."""

from accounts import add, staff_mails, visible, wait_for_mail
from forms import send

from harness import staff
from harness.staff import client, hidden, staff_page


def test_from_invitation_to_second_factor_and_back_in_with_a_recovery_code(demo, visit, picture):
    admin = staff_page(visit(locale="fr"), demo, "administrator")
    admin.goto(f"{demo.url}/staff/accounts")
    admin.click("main a.button")
    admin.fill("[name=email]", "Ines.Organise@example.org")
    admin.check("[name=role][value=organiser]")
    admin.check("main [name=language][value=en]")
    send(admin)
    admin.wait_for_selector(".done")
    assert "Ines.Organise@example.org" in admin.inner_text("table")

    mail = wait_for_mail(demo, "invitation", 1)
    assert mail["to"] == "Ines.Organise@example.org" and "Ines" not in mail["subject"]
    [link] = [link for link in mail.links if "/staff/links/" in link]
    page = visit()
    page.goto(link)
    for password, again, where in (("short", "short", "password"), ("password1234", "password1234", "password"),
                                   ("trois vélos sous la pluie", "trois vélos", "again")):
        page.fill("[name=password]", password)
        page.fill("[name=again]", again)
        send(page)
        page.wait_for_selector(f"#{where}-error")
    picture(page, "staff-choose-password")
    page.fill("[name=password]", "trois vélos sous la pluie")
    page.fill("[name=again]", "trois vélos sous la pluie")
    send(page)
    page.wait_for_url("**/staff/login?chosen=yes")
    assert visit().goto(link).status == 404

    page.fill("[name=email]", "ines.organise@example.org")
    page.fill("[name=password]", "trois vélos sous la pluie")
    send(page)
    page.wait_for_url("**/staff/account/second-factor")
    page.goto(f"{demo.url}/staff/record")
    assert page.url.endswith("/staff/account/second-factor"), "nothing is open before the second factor"
    picture(page, "staff-second-factor")
    page.fill("[name=code]", staff.code_of(demo, "ines.organise@example.org"))
    send(page)
    page.wait_for_selector(".recovery li")
    picture(page, "staff-recovery-codes")
    codes = page.locator(".recovery li").all_inner_texts()
    assert len(set(codes)) == 10
    page.click("main a.button")
    page.wait_for_url("**/staff")
    page.click(".me form:last-child button")
    page.wait_for_url("**/staff/login")

    for expected in ("**/staff", "**/staff/login/code"):
        page.goto(f"{demo.url}/staff/login")
        page.fill("[name=email]", "ines.organise@example.org")
        page.fill("[name=password]", "trois vélos sous la pluie")
        send(page)
        page.fill("[name=code]", codes[4].upper())
        send(page)
        page.wait_for_url(expected)
        if expected == "**/staff":
            page.context.clear_cookies()
    assert page.locator("#code-error").count() == 1, "a recovery code opens once"
    assert page.complaints == [] or all("422" in text for text in page.complaints)


def test_a_forgotten_password_is_answered_alike_and_mailed_about_only_where_there_is_an_account(demo, visit):
    answers = []
    for email in ("nobody@example.org", staff.EMAILS["venue_manager"]):
        session = client(demo)
        fields = hidden(session.get(f"{demo.url}/staff/forgotten").text) | {"email": email}
        answer = session.post(f"{demo.url}/staff/forgotten", data=fields)
        assert answer.status_code == 200
        answers.append(visible(answer.text))
    assert answers[0] == answers[1]
    mail = wait_for_mail(demo, "reset", 1)
    assert mail["to"] == staff.EMAILS["venue_manager"]


def test_a_link_whose_hour_is_over_or_that_was_used_sets_no_password(demo):
    add(demo, "forgetful@example.org", "organiser")
    cluster = staff.Cluster(demo.data)
    before = cluster.psql("socialday", "select password from app.account where email = 'forgetful@example.org'")

    def fresh_link():
        cluster.psql("socialday", "update app.account_link set created_at = created_at - interval '11 minutes'")
        session = client(demo)
        count = len(staff_mails(demo, "reset"))
        session.post(f"{demo.url}/staff/forgotten", data=hidden(session.get(f"{demo.url}/staff/forgotten").text) | {
            "email": "forgetful@example.org"})
        mail = wait_for_mail(demo, "reset", count + 1)
        return session, next(link for link in mail.links if "/staff/links/" in link)

    session, link = fresh_link()
    fields = hidden(session.get(link).text) | {"password": "sept lunes au-dessus de l'eau", "again": "sept lunes au-dessus de l'eau"}
    # With another browser's form, and once its hour is over.
    assert client(demo).post(link, data=fields).status_code == 403
    cluster.psql("socialday", "update app.account_link set expires_at = now() - interval '1 second'")
    assert session.post(link, data=fields).status_code == 404
    assert cluster.psql("socialday", "select password from app.account where email = 'forgetful@example.org'") == before
    session, link = fresh_link()
    fields |= hidden(session.get(link).text)
    assert session.post(link, data=fields, allow_redirects=False).status_code == 303
    assert session.post(link, data=fields).status_code == 404, "a link opens once"


def test_what_concerns_rights_asks_for_a_proof_again_and_leads_back(demo, page, picture):
    staff_page(page, demo, "administrator")
    staff.Cluster(demo.data).psql("socialday", "update app.login set proved_at = proved_at - interval '11 minutes'")
    page.goto(f"{demo.url}/staff/accounts/new")
    assert "/staff/confirm" in page.url
    picture(page, "staff-confirm")
    page.fill("[name=proof]", "000000")
    send(page)
    page.wait_for_selector("#proof-error")
    page.fill("[name=proof]", staff.code_of(demo, staff.EMAILS["administrator"]))
    send(page)
    page.wait_for_url("**/staff/accounts/new")
