"""What the queue carries: the number of a run, and nothing else."""

from django_tasks import task

from tinjau.web import running


@task()
def work(run_id: int) -> None:
    """Do one run."""
    running.work(run_id)


def queue(run_id: int) -> None:
    """Wake a worker for this run once the transaction that made it is committed."""
    work.enqueue(run_id)
