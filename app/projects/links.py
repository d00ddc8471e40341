# SPDX-License-Identifier: Apache-2.0
import segno

from app.settings import settings


def invite_url(secret: str) -> str:
    """Where a phone joins; the secret stands in the fragment, which no server log sees."""
    return f"{settings().public_url.rstrip('/')}/r/#/join/{secret}"


def qr_svg(url: str) -> str:
    svg: str = segno.make(url, error="m", micro=False).svg_inline(scale=6, border=4)
    return svg
