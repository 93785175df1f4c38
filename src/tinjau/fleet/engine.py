"""Dask runs the tasks; this module only hands them out and takes receipts. Nothing home-made stands between.

A LocalCluster by default, another cluster by the address of its scheduler. Tasks are idempotent (`tinjau.fleet.task`),
so the engine may run one twice. Governments that share a host run one after the other, so that no host is asked by two
workers at once.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinjau.fleet.failing import failure_of, killed
from tinjau.fleet.task import Order, Receipt, evaluate_government
from tinjau.model import InputError, InterruptedRun

if TYPE_CHECKING:
    from distributed import Client, Future

CONNECT_SECONDS = 15  # project choice: a scheduler that answers at all answers within this
DEATHS_ALLOWED = 10  # workers that may die under one task before it counts as poisonous; project choice


def need_engine() -> Any:
    """The `distributed` package. Raises InputError where the extra is not installed."""
    try:
        import distributed  # heavy optional dependency: the extra `fleet`
    except ModuleNotFoundError:
        raise InputError(
            "tinjau fleet", "", "the engine (Dask) is not installed", "Install it with: pip install 'tinjau[fleet]'"
        ) from None
    return distributed


@contextmanager
def engine(workers: int, address: str = "") -> Iterator["Client"]:
    """A client of a cluster of our own with `workers` processes, or of the one at `address`.

    Raises InputError where the address cannot be reached.
    """
    distributed = need_engine()
    import dask  # heavy optional dependency: the extra `fleet`

    settings = {
        "distributed.scheduler.allowed-failures": DEATHS_ALLOWED,
        "distributed.comm.timeouts.connect": f"{CONNECT_SECONDS}s",
        "distributed.worker.memory.terminate": 0.95,
        "distributed.admin.log-format": "%(message)s",
        "logging.distributed": "critical",
    }
    with dask.config.set(settings):
        if address:
            try:
                client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
            except (OSError, ValueError, TypeError) as error:
                raise InputError(
                    "--cluster", address, f"no scheduler answers there ({error})", "Start one with: dask scheduler"
                ) from None
            try:
                yield client
            finally:
                client.close(timeout=2)
            return
        try:
            cluster = distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address="127.0.0.1:0",
                silence_logs=50,
            )
        except (OSError, RuntimeError) as error:
            raise InterruptedRun(f"the workers did not start ({error}). Call the same command again.") from error
        with cluster, distributed.Client(cluster, set_as_default=False) as client:
            yield client


def hand_out(client: "Client", orders: Sequence[Order], take: Callable[[Receipt], None], at_once: int = 0) -> None:
    """Submit every order, one chain a host, and call `take` with each receipt as it comes.

    At most `at_once` tasks are with the engine at a time (twice its threads by default), so that a fleet of thousands
    costs no memory. A task that kills its workers again and again comes back as a failed receipt. Raises
    InterruptedRun where the scheduler is gone: what was accepted stands, and calling again goes on.
    """
    distributed = need_engine()
    chains = deque(_chains(orders))
    running: dict[Future[Receipt], deque[Order]] = {}
    done = distributed.as_completed(loop=client.loop)
    room = at_once or max(2, 2 * sum(client.nthreads().values()))

    def submit(chain: deque[Order]) -> None:
        order = chain.popleft()
        future = client.submit(evaluate_government, order, key=f"{order.site.id}-{order.token}", retries=0, pure=False)
        running[future] = chain
        done.add(future)

    try:
        while chains and len(running) < room:
            submit(chains.popleft())
        while running:
            future = next(done)
            chain = running.pop(future)
            take(_receipt(future))
            if chain:
                submit(chain)
            elif chains:
                submit(chains.popleft())
    except (OSError, RuntimeError, StopIteration, distributed.comm.CommClosedError) as error:
        what = f"the engine is gone ({type(error).__name__}: {error})"
        raise InterruptedRun(f"{what}. Call the same command again to go on.") from error


def _receipt(future: "Future[Receipt]") -> Receipt:
    name, _, token = str(future.key).rpartition("-")
    if future.status == "finished":
        receipt: Receipt = future.result()
        return receipt
    if future.status in {"lost", "cancelled"}:
        raise InterruptedRun("the scheduler is gone. Call the same command again to go on.")
    error = future.exception()
    if isinstance(error, OSError) and not isinstance(error, TimeoutError):
        raise InterruptedRun(f"{error.strerror or error}. Make room and call the same command again to go on.")
    poisonous = isinstance(error, need_engine().KilledWorker)
    why = killed(error, DEATHS_ALLOWED) if poisonous else failure_of(error, Path())
    return Receipt(name, "failed", why.reason, int(token), code=why.code, detail=dict(why.detail))


def _chains(orders: Iterable[Order]) -> list[deque[Order]]:
    """Orders of one host in one chain; orders of archives each alone."""
    by_host: Mapping[str, deque[Order]] = defaultdict(deque)
    for order in orders:
        by_host[order.site.host or f"archive of {order.site.id}"].append(order)
    return list(by_host.values())
