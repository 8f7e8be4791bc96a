"""Nights for their recipients: nobody else opens one, a changed byte is found, and who gets none is told at once."""

import hashlib
import json
import subprocess
import urllib.request

from certificates import make_certificate
from night import cluster, demo, is_good, night, nights, out  # noqa: F401 (fixtures)

from harness.cluster import Cluster
from harness.program import TRUST_ANYONE, Service, free_port, run


def test_recipients_and_nobody_else_open_a_night_and_a_changed_byte_is_found(demo, cluster, out, folder):
    ours, key = make_certificate(folder, "recipient")
    other, other_key = make_certificate(folder, "other")
    third, third_key = make_certificate(folder, "third")
    result = night(demo, out, settings={"SOCIALDAY_EXPORT_RECIPIENTS": f"{ours},{other}"})
    assert result.returncode == 0 and "not encrypted" not in result.stderr, result.stderr
    [written] = nights(out)
    manifest = json.loads((written / "manifest.json").read_text())
    files = {file["name"]: file for file in manifest["files"]}
    assert all(name.endswith(".cms") for name in files)
    assert not any(b"person-" in (written / name).read_bytes() for name in files)

    def decrypted(name, certificate, key):
        return subprocess.run(
            ["openssl", "cms", "-decrypt", "-inform", "DER", "-in", written / name, "-recip", certificate, "-inkey", key],
            capture_output=True)

    for name in ("_edition.csv.cms", "_edition.xlsx.cms"):
        for certificate, own in ((ours, key), (other, other_key)):
            opened = decrypted(name, certificate, own)
            assert opened.returncode == 0, opened.stderr
            assert hashlib.sha256(opened.stdout).hexdigest() == files[name]["sha256"]
            assert len(opened.stdout) == files[name]["bytes"]
        assert decrypted(name, third, third_key).returncode != 0

    assert is_good(demo, written)
    name = "_edition.csv.cms"
    content = bytearray((written / name).read_bytes())
    content[len(content) // 2] ^= 1
    (written / name).write_bytes(content)
    (written / "stray").write_text("x")
    result = demo.command("export", "--verify", written)
    assert result.returncode == 1
    wrong = [line.split()[1] for line in result.stdout.splitlines() if line.startswith("WRONG")]
    assert wrong == [name, "stray"]
    assert decrypted(name, ours, key).returncode != 0, "the encryption notices by itself"


def test_recipients_that_can_not_be_used_are_named(demo, out, folder):
    for text, reason in (("x", "no X.509"), (None, "can't be read")):
        file = folder / "no-certificate.pem"
        file.unlink(missing_ok=True)
        if text:
            file.write_text(text)
        result = night(demo, out, settings={"SOCIALDAY_EXPORT_RECIPIENTS": str(file)})
        assert result.returncode != 0 and str(file) in result.stderr and reason in result.stderr
    assert nights(out) == []


def test_serve_that_was_not_told_for_whom_nights_are_says_so_at_once(demo, cluster, folder):
    certificate, key = make_certificate(folder, "serve")
    port = free_port()
    settings = {
        "SOCIALDAY_DATABASE_URL": Cluster(demo.data).connection_string("socialday"),
        "SOCIALDAY_PUBLIC_URL": f"https://localhost:{port}/", "SOCIALDAY_LISTEN": f"localhost:{port}",
        "SOCIALDAY_TLS_CERT": str(certificate), "SOCIALDAY_TLS_KEY": str(key), "SOCIALDAY_EXPORT_DIR": str(folder / "none"),
        "SOCIALDAY_SECRET_FILE": str(demo.data / "secret")}

    def exports(more):
        """What the service says of exports as soon as it serves, and the doctor."""
        service = Service("serve", port=port, settings=settings | more)
        service.start()
        with urllib.request.urlopen(f"{service.url}/health/ready", context=TRUST_ANYONE) as answer:
            health = json.load(answer)
        if not more:
            service.wait_for_line("nightly exports are refused")
        assert service.stop() == 0
        return health, run("check", settings=settings | more).stdout

    health, check = exports({})
    assert health["status"] == "degraded"
    assert health["parts"]["exports"] == {"status": "degraded", "reason": "recipients_not_set"}
    assert "FAIL  encryption: nights are refused" in check
    health, check = exports({"SOCIALDAY_EXPORT_RECIPIENTS": "none"})
    assert health["parts"]["exports"] == {"status": "ok"} and "refused" not in check
