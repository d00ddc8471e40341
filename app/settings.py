# SPDX-License-Identifier: Apache-2.0
"""Every environment variable, typed. `docs/settings.md` is held against this class by a test."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

MIB = 1024 * 1024


class Settings(BaseSettings):
    """Where this Heardwell keeps its things and how it works. Read once, at start."""

    model_config = SettingsConfigDict(env_prefix="HEARDWELL_", env_file=".env", extra="ignore", frozen=True)

    data_dir: Path = Field(default=Path("var"), description="Folder of the database, objects, keys and models.")
    database_url: str = Field(default="", description="`postgresql://…`; empty is SQLite in the data folder.")
    object_store_url: str = Field(
        default="", description="`s3://bucket/prefix` with the usual `AWS_*`; empty is files in the data folder."
    )
    public_url: str = Field(default="http://127.0.0.1:8000", description="The address people reach this server at.")
    secret_key: str = Field(default="", description="The server's secret, 32 random bytes in hex; empty: see the next.")
    secret_key_file: Path | None = Field(
        default=None, description="File with the secret; empty is `secret.key` in the data folder, made at first start."
    )
    ledger_dir: Path | None = Field(
        default=None,
        description="Folder of the erasure ledger's own copy; empty is `ledger` in the data folder. Servers share one.",
    )
    whisper_engine: Literal["auto", "faster-whisper", "openai-whisper"] = Field(
        default="auto", description="Which engine listens; `auto` takes faster-whisper where it is installed."
    )
    whisper_model: str = Field(default="base", description="A size, or a folder or file with weights.")
    workers: int = Field(default=1, ge=0, le=32, description="Worker processes that `serve` starts.")
    log_format: Literal["console", "json"] = Field(default="console", description="How log lines look.")
    max_recording_minutes: int = Field(default=120, ge=1, le=600, description="Longest recording, in minutes.")
    max_recording_bytes: int = Field(default=512 * MIB, ge=MIB, description="Largest recording, in bytes.")
    trusted_proxies: str = Field(
        default="", description="Addresses whose `X-Forwarded-*` are believed, separated by commas."
    )

    @model_validator(mode="before")
    @classmethod
    def _empty_means_default(cls, values: dict[str, object]) -> dict[str, object]:
        return {name: value for name, value in values.items() if value != ""}

    @property
    def database(self) -> str:
        """The database's URL, SQLite in the data folder unless told otherwise."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'heardwell.db').resolve()}"

    @property
    def objects(self) -> str:
        """The object store's URL, files in the data folder unless told otherwise."""
        return self.object_store_url or f"file://{(self.data_dir / 'objects').resolve()}"

    @property
    def models_dir(self) -> Path:
        return self.data_dir / "models"

    @property
    def max_recording_ms(self) -> int:
        return self.max_recording_minutes * 60_000


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
