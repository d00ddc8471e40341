# SPDX-License-Identifier: Apache-2.0
# The same set-up as `make run`, then only its results. Listens with faster-whisper on CPU; torch would add a gigabyte.
FROM python:3.11-slim-bookworm AS build
ENV VENV=/opt/heardwell/venv \
    HEARDWELL_DATA_DIR=/opt/heardwell \
    ORT_DISABLE_TELEMETRY=1 \
    PIP_NO_CACHE_DIR=1
WORKDIR /src
COPY . .
RUN python -m setup image

FROM python:3.11-slim-bookworm
ENV PATH=/opt/heardwell/venv/bin:$PATH \
    HEARDWELL_DATA_DIR=/var/lib/heardwell \
    HEARDWELL_LOG_FORMAT=json \
    HEARDWELL_WHISPER_MODEL=/opt/heardwell/models/whisper-base \
    ORT_DISABLE_TELEMETRY=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
RUN useradd --system --uid 10001 --user-group --create-home heardwell \
    && install --directory --owner=heardwell --group=heardwell --mode=0700 /var/lib/heardwell
COPY --from=build /opt/heardwell /opt/heardwell
USER 10001:10001
WORKDIR /var/lib/heardwell
VOLUME /var/lib/heardwell
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["sh", "-c", "heardwell migrate && exec heardwell serve --host 0.0.0.0"]
