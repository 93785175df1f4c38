"""What a bomb costs a whole capture: memory and CPU of a child, against the same site without one."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.capture.hostile.bodies import bomb, encoded
from tests.capture.hostile.running import worlds
from tests.capture.hostile.scenario import Scenario, routes_of

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import json, sys, time
from pathlib import Path
sys.path[:0] = sys.argv[3].split(":")
from tinjau.capture.crawl import run_capture
from tinjau.capture.settings import CaptureSettings
url, out = sys.argv[1], Path(sys.argv[2])
def peak():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]) / 1024
settings = CaptureSettings(allow_private=True, delay=0.0)
before, cpu = peak(), time.process_time()
manifest = run_capture((url,), out, settings, lambda _: None)
print(json.dumps({"mb": peak() - before, "cpu": time.process_time() - cpu, "states": manifest.states}))
"""


def cost(folder: Path, name: str, world_port: int, host: str) -> dict[str, Any]:
    out = str(folder / f"{name}.warc.gz")
    command = [sys.executable, "-c", CHILD, f"http://{host}:{world_port}/", out, f"{ROOT / 'src'}:{ROOT}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="peak memory is read from /proc")
def test_bombs_cost_a_capture_little(tmp_path: Path) -> None:
    codings = ("gzip", "br", "zstd", "deflate")
    links = tuple(f"/bad-{coding}" for coding in codings)
    with worlds() as world:
        quiet = Scenario("quiet", {}, {}, links=())
        loud = Scenario(
            "loud", {f"/bad-{coding}": encoded(bomb(coding), coding) for coding in codings}, {}, links=links
        )
        world.site(1, routes_of(quiet, lambda text: text))
        world.site(2, routes_of(loud, lambda text: text))
        floor = cost(tmp_path, "quiet", world.port, "127.0.1.1")
        bombs = cost(tmp_path, "loud", world.port, "127.0.1.2")
    assert bombs["states"]["ok_truncated(length)"] == 4
    assert bombs["mb"] - floor["mb"] <= 32
    assert bombs["cpu"] - floor["cpu"] <= 4 * 0.5, "half a second for each"
