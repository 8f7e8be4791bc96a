"""Wrong settings: `serve` says what is wrong, where and what to do, and does not start."""

import os

import pytest
from certificates import make_certificate

from harness.program import free_port, run


@pytest.fixture(scope="module")
def settings(folder):
    """Settings that are right but for the database, which nobody asks before the rest is read."""
    certificate, key = make_certificate(folder, "right")
    secret = folder / "secret"
    secret.write_bytes(os.urandom(32))
    secret.chmod(0o600)
    return {
        "SOCIALDAY_DATABASE_URL": "host=/nowhere dbname=socialday", "SOCIALDAY_PUBLIC_URL": "https://localhost:8443/",
        "SOCIALDAY_LISTEN": f"127.0.0.1:{free_port()}", "SOCIALDAY_TLS_CERT": str(certificate),
        "SOCIALDAY_TLS_KEY": str(key), "SOCIALDAY_SECRET_FILE": str(secret)}


def refuse(settings, *said):
    result = run("serve", settings=settings)
    message = result.stdout + result.stderr
    assert result.returncode > 0, message
    for part in said:
        assert part in message, message


def test_an_unknown_setting(settings):
    refuse(settings | {"SOCIALDAY_TSL_CERT": "x"}, "SOCIALDAY_TSL_CERT", "SOCIALDAY_TLS_CERT")


@pytest.mark.parametrize("name, value", [
    ("SOCIALDAY_LISTEN", "everywhere"), ("SOCIALDAY_LISTEN", "127.0.0.1:99999"), ("SOCIALDAY_RATE_LIMIT", "perhaps"),
    ("SOCIALDAY_LOG_LEVEL", "loud"), ("SOCIALDAY_PUBLIC_URL", "ftp://example.org"), ("SOCIALDAY_PUBLIC_URL", "no url"),
    ("SOCIALDAY_TRUSTED_PROXIES", "10.0.0.0/99"), ("SOCIALDAY_REDIRECT_LISTEN", ":x")])
def test_a_wrong_value_is_named(settings, name, value):
    refuse(settings | {name: value}, name)


def test_several_wrong_settings_are_all_named(settings):
    refuse(settings | {"SOCIALDAY_LISTEN": "x", "SOCIALDAY_LOG_LEVEL": "loud"}, "SOCIALDAY_LISTEN", "SOCIALDAY_LOG_LEVEL")


def test_a_certificate_that_is_not_there(settings):
    refuse(settings | {"SOCIALDAY_TLS_CERT": "/nowhere/cert.pem"}, "/nowhere/cert.pem")


def test_a_key_that_is_no_key(settings, folder):
    file = folder / "no.key"
    file.write_text("not a key")
    refuse(settings | {"SOCIALDAY_TLS_KEY": str(file)}, str(file))


def test_a_key_that_belongs_to_another_certificate(settings, folder):
    _, key = make_certificate(folder, "other")
    refuse(settings | {"SOCIALDAY_TLS_KEY": str(key)}, str(key))


def test_a_key_that_may_not_be_read(settings, folder):
    """Root may read everything; so a folder stands where the key should be."""
    if os.geteuid() == 0:
        refuse(settings | {"SOCIALDAY_TLS_KEY": str(folder)}, str(folder))
    else:
        key = folder / "unreadable.key"
        key.write_text("")
        key.chmod(0)
        refuse(settings | {"SOCIALDAY_TLS_KEY": str(key)}, str(key))


@pytest.mark.parametrize("url", [
    "not a connection string", "postgresql://%zz", "sslmode=perhaps host=/tmp", "host=/tmp port=x"])
def test_a_bad_connection_string(settings, url):
    refuse(settings | {"SOCIALDAY_DATABASE_URL": url}, "SOCIALDAY_DATABASE_URL")


def test_a_password_in_a_bad_connection_string_is_not_shown(settings):
    result = run("serve", settings=settings | {"SOCIALDAY_DATABASE_URL": "postgresql://u:hunter2@/%zz"})
    assert result.returncode > 0 and "hunter2" not in result.stdout + result.stderr


def test_no_database_set(settings):
    refuse({name: value for name, value in settings.items() if "DATABASE" not in name}, "SOCIALDAY_DATABASE_URL")


def test_a_settings_file_that_is_not_there():
    result = run("serve", "--config", "/nowhere/socialday.env")
    assert result.returncode > 0 and "/nowhere/socialday.env" in result.stdout + result.stderr


def test_a_wrong_line_of_a_settings_file(folder):
    file = folder / "socialday.env"
    file.write_text("# settings\nSOCIALDAY_LISTEN 127.0.0.1:8443\n")
    result = run("serve", "--config", file)
    assert result.returncode > 0 and "2" in result.stdout + result.stderr


def test_a_settings_file_that_was_saved_on_windows(folder):
    file = folder / "windows.env"
    file.write_bytes(b"\xef\xbb\xbf# settings\r\n\r\nSOCIALDAY_LISTEN=everywhere\r\nSOCIALDAY_LOG_LEVEL=info\r\n")
    result = run("serve", "--config", file)
    assert result.returncode > 0 and 'SOCIALDAY_LISTEN: "everywhere" is not' in result.stderr, result.stderr


@pytest.mark.parametrize("arguments", [
    ["demo", "--port", "abc"], ["demo", "--prt", "1"], ["export", "--format", "pdf"], ["fly"],
    ["token", "create", "--name", "x", "--scope", "everything"], ["edition", "create", "--date", "tomorrow"],
    ["import", "people", "x.csv"]], ids=" ".join)
def test_wrong_arguments(arguments):
    result = run(*arguments)
    assert result.returncode not in (0, -6, -11)
    assert result.stderr


def test_a_port_that_is_taken(demo, folder):
    second = run("demo", "--data", folder / "second", "--port", demo.port)
    assert second.returncode > 0 and str(demo.port) in second.stdout + second.stderr


def test_check_finds_nothing_wrong_with_a_demo(demo):
    result = demo.command("check")
    assert result.returncode == 0, result.stdout + result.stderr


def test_check_says_that_everybody_can_read_the_secret(demo, folder):
    secret = folder / "open"
    secret.write_bytes(bytes(32))
    secret.chmod(0o644)
    result = demo.command("check", settings={"SOCIALDAY_SECRET_FILE": str(secret)})
    assert result.returncode == 1 and f"chmod o= '{secret}'" in result.stdout


def test_migrate_has_nothing_to_do_in_a_demo(demo):
    assert demo.command("migrate", "--check").returncode == 0
