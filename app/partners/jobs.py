# SPDX-License-Identifier: Apache-2.0
from app.kit import clock, outbound
from app.kit.db import across_projects, reading, writing
from app.kit.jobs import by_name, every, on, step, tx_step
from app.kit.lanes import Lane
from app.partners import deliveries, rules, service, webhooks
from app.publishing.events import ReleaseErased


@on(ReleaseErased, lane=Lane.HOUSEKEEPING)
def forget_answers(event: ReleaseErased) -> None:
    tx_step(service.forget_answers, event.public_id)


@every(86_400)
def forget_stray_answers() -> None:
    with writing() as session, across_projects(session):
        service.forget_stray_answers(session)


@by_name
def call(webhook_id: str) -> None:
    """Tell one target what waits for it, one message after the other, until it does not answer."""
    for _ in range(rules.CALLS_IN_A_ROW):
        delivery_id = tx_step(deliveries.next_due, webhook_id)
        if delivery_id is None:
            return
        answered = step(_send, delivery_id)
        if answered is not None and not tx_step(deliveries.note, delivery_id, *answered):
            return
    tx_step(deliveries.go_on, webhook_id)


@every(15)
def call_again() -> None:
    """Targets with something due: what failed, what rested, what a dead worker held."""
    with writing() as session, across_projects(session):
        for webhook in deliveries.due_targets(session, clock.now()):
            deliveries.queue(session, webhook, f"{clock.now():%Y%m%d%H%M%S}")


@every(86_400)
def forget_old_deliveries() -> None:
    with writing() as session, across_projects(session):
        deliveries.forget_old(session, clock.now())


def _send(delivery_id: str) -> tuple[int | None, str | None] | None:
    """None where there is nothing to be said any more. No transaction is open while the target is called."""
    at = clock.now()
    with reading() as session, across_projects(session):
        message = deliveries.message(session, delivery_id, at)
    if message is None:
        return None
    headers = webhooks.signed(message.webhook_id, message.message_id, message.body, at)
    outcome = outbound.post(message.url, message.body, headers)
    return outcome.status, outcome.failure
