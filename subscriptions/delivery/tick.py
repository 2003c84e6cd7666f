from ..models import Mailing
from .confirmations import send_confirmations
from .derive import derive
from .lane import recover
from .outage import outage
from .send import send_next
from .transport import Unreachable, opened


def tick() -> bool:
    """One bounded round: mailings for new publications, confirmations, a batch of letters.

    Returns whether there may be more to do at once. A mail server that cannot be reached is left
    alone for a while; meanwhile mailings are still derived.
    """
    recover()
    done = derive()
    Mailing.objects.finish()
    if outage.lasts:
        return False
    try:
        with opened() as transport:
            sent = send_confirmations(transport) + send_next(transport)
    except Unreachable as error:
        outage.met(error)
        return False
    if sent:
        outage.over()
    return bool(done + sent)
