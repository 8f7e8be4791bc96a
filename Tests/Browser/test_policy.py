"""A script that somebody managed to put into a page: it does not run, and the log is told, without the page's address."""

import requests


def test_a_script_in_a_page_does_not_run_and_is_reported(demo, visit, test_sessions):
    page = visit()
    page.goto(f"{demo.url}/en/programme?q=canary-of-the-policy")
    page.evaluate("""() => {
        const script = document.createElement("script")
        script.textContent = "window.ran = true"
        document.body.append(script)
    }""")
    assert page.evaluate("window.ran") is None
    line = demo.wait_for_line("pages broke their content security policy")
    assert "script-src-elem inline" in line
    assert "canary-of-the-policy" not in demo.output


def test_what_is_no_report_is_refused_and_not_logged(demo):
    for body in ("", "canary of a report", '{"body": 1}', "[1]"):
        answer = requests.post(f"{demo.url}/csp-reports", data=body, verify=False)
        assert answer.status_code == 400, body
    assert "canary of a report" not in demo.output
