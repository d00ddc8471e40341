# SPDX-License-Identifier: Apache-2.0


class NobodyWantsIt(Exception):
    """The story was withdrawn, its consent ended or its run is over: what was heard is dropped."""


class TookTooLong(Exception):
    """The machine listened for longer than the sound and a minute."""
