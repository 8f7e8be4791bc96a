"""schemathesis sends what the API's description allows, and what it forbids: every answer is one that it describes."""

import os
import subprocess
import sys
from pathlib import Path


def test_the_api_keeps_to_its_description(demo, token, full, folder):
    result = subprocess.run(
        [Path(sys.executable).with_name("schemathesis"), "run", f"{demo.url}/api/v1/openapi.json",
         "--tls-verify", "false", "--header", f"Authorization: Bearer {token}", "--checks", "all",
         "--max-examples", "200" if full else "40", "--seed", "1", "--workers", "1", "--no-color"],
        cwd=folder, capture_output=True, text=True, timeout=900, env=os.environ | {"PYTHONWARNINGS": "ignore"})
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]
