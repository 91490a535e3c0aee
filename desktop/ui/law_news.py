"""What became of a law pack from the centre, in a sentence. No Qt."""

from __future__ import annotations

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.errors import Refused
from desktop.ui.messages import Messages
from desktop.usecases.offered_packs import Offer


def law_offer_words(offer: Offer, messages: Messages) -> str:
    """Return ``政策已更新：楚医保〔2021〕46号 第2版（原第1版），由县级中心发布``, or why not."""
    values = {"document": offer.document, "version": offer.version}
    if offer.state == "refused":
        refused = Refused(offer.code, offer.message, **offer.particulars)
        return messages.say("law.news.refused", why=messages.error(refused), **values)
    if offer.state == "kept" and offer.replaces is not None:
        return messages.say("law.news.replaced", before=offer.replaces, **values)
    return messages.say(f"law.news.{offer.state}", **values)


def law_offer_time(offer: Offer) -> str:
    """Return when it was looked at: ``11-15 10:32``."""
    if not offer.decided_at:
        return ""
    return f"{instant_from_text(offer.decided_at).astimezone(CHINA):%m-%d %H:%M}"
