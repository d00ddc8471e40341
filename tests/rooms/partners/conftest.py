# SPDX-License-Identifier: Apache-2.0
from tests.rooms.receipts.conftest import amina, cheap_hashes, council, decide, facilitator

__all__ = ["amina", "cheap_hashes", "council", "decide", "facilitator"]
