# SPDX-License-Identifier: Apache-2.0
"""Everything between a bare checkout and a running house. Plain Python, so that nothing must be installed first."""
