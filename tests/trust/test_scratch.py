# SPDX-License-Identifier: Apache-2.0
import time
from pathlib import Path
from tests.trust import register
from tests.trust.processes import eventually, ROOT

def test_scratch(grounds, phone, ledger, monkeypatch):
    t=time.monotonic()
    def say(*a): print(round(time.monotonic()-t,2),*a)
    web=grounds.web(); say("web")
    worker=grounds.worker("one-1"); say("worker")
    p=phone(); say("joined")
    sound=(ROOT/"app/cli/samples/bus.webm").read_bytes()
    told=[p.tell(sound) for _ in range(3)]; say("told")
    w=p.tell()
    for s in told: p.send(s)
    say("sent")
    last=None
    def ready():
        nonlocal last
        st=register.statuses(grounds.project_id)
        now=[st[s.story_id] for s in [*told,w]]
        if now!=last: say(now); last=now
        return all(x=="in_review" for x in now)
    eventually(ready,"review",seconds=60)
    say(register.transcript(grounds.project_id,told[0].story_id))
    from app.kit import jobs
    eventually(jobs.is_idle,"idle"); say("idle")
    say(register.failed_jobs())
    register.assert_every_story_is_there_once(grounds.project_id,ledger)
    register.assert_nothing_is_left_over(grounds.project_id,monkeypatch)
    say("checked")
