"""Background jobs that belong to no application."""

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from articles.models.people import with_address
from articles.password_links import send_link
from newsroom.models import LoginTries

SECONDS_WITHOUT_HEARTBEAT = 30
# A mail server that is away comes back.
AGAIN = RetryStrategy(max_attempts=8, exponential_wait=4, retry_exceptions={OSError})


# No `lock` besides the queueing lock: a stalled sweep would then wait for itself.
@app.periodic(cron="* * * * *")
@app.task(queueing_lock="retry_stalled_jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Jobs of a worker that died are not retried by themselves."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SECONDS_WITHOUT_HEARTBEAT):
        await manager.retry_job(job)


@app.task(retry=AGAIN)
def send_forgotten(email: str) -> None:
    """A link to set a new password, to whoever has that address here."""
    for account in with_address(email):
        send_link(account, "forgotten")


@app.periodic(cron="40 4 * * *")
@app.task(queueing_lock="forget_login_tries")
def forget_login_tries(timestamp: int) -> None:
    """Daily, those that limit nobody any more."""
    LoginTries.objects.forget_old()
