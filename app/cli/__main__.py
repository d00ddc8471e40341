# SPDX-License-Identifier: Apache-2.0
from app.cli import main

main()
