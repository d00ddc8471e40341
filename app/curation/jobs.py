# SPDX-License-Identifier: Apache-2.0
from app.curation import service
from app.kit.jobs import on, tx_step
from app.kit.lanes import Lane
from app.stories.events import StoryErased


@on(StoryErased, lane=Lane.HOUSEKEEPING)
def forget(event: StoryErased) -> None:
    tx_step(service.erase, event.story_id)
