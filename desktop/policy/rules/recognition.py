"""When a status counts: from its recognition to its expiry, against registration and payment."""

from __future__ import annotations

from datetime import date

from desktop.policy.case import Case
from desktop.policy.codes import Reason
from desktop.policy.law import Provision
from desktop.policy.request import Identity
from desktop.policy.verdict import Doubt, Verdict, agreed

AS_OF_SPLIT = Doubt("NOT_IN_DOC", "admin")
"""X13: whether a status must hold on registration, on payment or throughout is not said."""

NO_DAY_TO_HOLD_ON = Doubt("NOT_IN_DOC", "clerk", fact="registered_on")


def not_expired(identity: Identity, case: Case) -> Verdict:
    """Return whether the status had not run out on the days known (X13).

    Without a day, only what ran out before the campaign year, or lasts beyond the year after, is
    settled.
    """
    if identity.valid_to is None:
        return True
    if case.days:
        return agreed(tuple(day <= identity.valid_to for day in case.days), AS_OF_SPLIT)
    year = case.request.campaign_year
    if identity.valid_to < date(year, 1, 1):
        return False
    return identity.valid_to >= date(year + 1, 12, 31) or NO_DAY_TO_HOLD_ON


def held_on_known_days(identity: Identity, case: Case) -> Verdict:
    """Return whether the status held on registration and payment, so far as they are known.

    Without a day only what had run out before the campaign year is settled.
    """
    if identity.recognised_on is None and identity.valid_to is None:
        return True
    if not case.days:
        return not_expired(identity, case) is not False and NO_DAY_TO_HOLD_ON
    return agreed(tuple(_held_on(identity, day) for day in case.days), AS_OF_SPLIT)


def recognised_in_time(identity: Identity, case: Case) -> Verdict:
    """Return whether an identity was recognised early enough to be assisted.

    楚医保〔2021〕46号 三 (在集中参保缴费期内…动态新增的资助对象): recognised before payment, or,
    while nothing is paid, by the end of the window; after the window the text is silent (C15), on
    or after payment 云医保〔2021〕90号 二 does not reach (C9). Elsewhere no text names a day (X13).
    """
    recognised = identity.recognised_on
    if recognised is None:
        return True
    at = case.text.recognition_at
    if at is None:
        return all(recognised <= day for day in case.days) or AS_OF_SPLIT
    window = case.local.window
    if window is not None and recognised > window.end:
        return _silent("AFTER_WINDOW_ADDITION", at)
    if case.paid_on is not None:
        return recognised < case.paid_on or _silent("NOT_IN_DOC", at)
    return window is not None or _silent("NO_WINDOW_IN_DOC", at)


def _silent(reason: Reason, at: Provision) -> Doubt:
    return Doubt(reason, "admin", at.cite)


def _held_on(identity: Identity, day: date) -> bool:
    since, until = identity.recognised_on, identity.valid_to
    return (since is None or since <= day) and (until is None or day <= until)
