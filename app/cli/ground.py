# SPDX-License-Identifier: Apache-2.0
"""What must stand before anything starts: the data folder, the key and, at first start, the database."""

import os

from app.kit import keys
from app.settings import settings

MARKER = "heardwell.data"


def prepare() -> None:
    """Make the data folder and key at first start; refuse a folder that emptied by surprise or a weak key."""
    folder = settings().data_dir
    marker, database = folder / MARKER, folder / "heardwell.db"
    on_sqlite = settings().database.startswith("sqlite")
    if on_sqlite and marker.exists() and not database.exists():
        raise RuntimeError(f"The data folder {folder} has lost its database. Is the right disk mounted?")
    folder.mkdir(parents=True, exist_ok=True)
    if not settings().secret_key:
        path = keys.secret_file(settings())
        if marker.exists() and not path.exists():
            raise RuntimeError(f"The secret key {path} is gone. Put it back from the recovery sheet.")
        keys.make_secret(path)
        if not keys.is_private(path):
            raise RuntimeError(f"Others can read the secret key. Run: chmod 400 {path}")
    keys.derive("start")
    if os.environ.get("ORT_DISABLE_TELEMETRY") != "1":
        raise RuntimeError("ORT_DISABLE_TELEMETRY must be 1, or a library of ours would call home.")
    if on_sqlite and not database.exists():
        from app.kit import schema  # noqa: PLC0415 - seconds of loading that only a first start needs

        schema.upgrade()
    marker.touch()
