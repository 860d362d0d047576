import time
import pytest
from tests.press.test_nothing_is_forgotten import *
from tests.press.test_nothing_is_forgotten import _stale
from tests.press.conftest import *
from tests.conftest import *
from django.db import transaction
@pytest.mark.django_db
def test_all():
    t=time.time()
    put_styles(); town.build(); bake(REGISTRY.everything()); make.settled()
    print("built", time.time()-t)
    for act in ACTS:
        t=time.time()
        sid=transaction.savepoint()
        before={f: f.read_bytes() for f in shelf().pages.rglob("*") if f.is_file()}
        ACTS[act](); make.settled()
        if act.startswith(("decide", "new", "rename")):
            from commonwire.press.reactions import bake_owed
            for _ in range(20): bake_owed()
        print(f"{time.time()-t:.1f}", end=" "); s=_stale(); print(f"{time.time()-t:.1f}", act, len(s), [x for x in s if not x.startswith("es/")][:14])
        transaction.savepoint_rollback(sid)
        for f in list(shelf().pages.rglob("*")):
            if f.is_file() and f not in before: f.unlink()
        for f,c in before.items(): f.parent.mkdir(parents=True,exist_ok=True); f.write_bytes(c)
