# shellcheck shell=bash

# prepare_python: the pinned packages of Tests/requirements.txt in .venv, made anew when they change.
prepare_python() {
    local stamp=.venv/requirements.txt
    if [[ -x .venv/bin/pytest ]] && cmp -s Tests/requirements.txt "$stamp"; then
        note "Python packages: all are installed in .venv"
        return
    fi
    note "installing Python packages in .venv"
    rm -rf .venv
    /usr/bin/python3 -m venv .venv || fail \
        "Python can't make a virtual environment." "Reinstall its package: apt-get install --reinstall python3-venv"
    .venv/bin/pip install --quiet --disable-pip-version-check -r Tests/requirements.txt || fail \
        "Python packages could not be installed." "Check the network (pip fetches them from pypi.org) and run this again."
    # Ubuntu has Chromium only as a snap, which tests can't use; Playwright brings its own.
    if ! command -v chromium > /dev/null; then
        .venv/bin/playwright install --with-deps chromium || fail \
            "Chromium could not be installed." "Check the network and run this again."
    fi
    cp Tests/requirements.txt "$stamp"
}
