# SPDX-License-Identifier: Apache-2.0
"""The keepers of the engines: the only modules that import faster_whisper, whisper or torch."""
