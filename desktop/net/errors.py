"""What can go wrong on the way to the centre, turned into our errors once, at the border."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.base.proxy import NO_PROXY, Proxy
from desktop.wire.codec import unpack
from desktop.wire.messages import Problem

_RETRIED_STATUS = frozenset({408, 425, 429})
_STATUS_DIGITS = 3


@contextmanager
def line_errors(proxy: Proxy = NO_PROXY) -> Iterator[None]:
    """Raise `Unavailable` for what a line, a proxy or a dead centre does inside.

    ``PROXY_UNREACHABLE`` (the one chosen here), ``PROXY_SIGN_IN`` (it wants a user and a password,
    or others), ``PROXY_REFUSED`` (it lets nobody through to the centre, or cannot itself),
    ``CENTRE_UNREACHABLE``, ``CENTRE_NOT_TRUSTED`` (its certificate), ``CENTRE_SLOW`` (no answer in
    the time a slow line would take), ``CENTRE_CUT_OFF`` (the connection ended half-way).
    """
    try:
        yield
    except httpx.ConnectError as error:
        if _is_certificate(error):
            raise Unavailable("CENTRE_NOT_TRUSTED", "the centre's certificate is wrong") from error
        raise _unreachable(proxy) from error
    except httpx.ConnectTimeout as error:
        raise _unreachable(proxy) from error
    except httpx.ProxyError as error:
        raise _refused_by_proxy(str(error)) from error
    except httpx.TimeoutException as error:
        raise Unavailable("CENTRE_SLOW", "the centre did not answer in time") from error
    except httpx.TransportError as error:
        raise Unavailable("CENTRE_CUT_OFF", "the connection was cut half-way") from error
    except httpx.DecodingError as error:
        raise Unavailable("ANSWER_FOREIGN", "something else answered for the centre") from error


def error_in(status: int, body: bytes) -> CanbaoError:
    """Return the error an answer that is not 200 stands for.

    The centre's refusals are final (`Refused`). Whatever else answers for it, a proxy or a
    hotel's log-in page, is the line's fault and worth another try.
    """
    if status == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
        return _refused_by_proxy(str(status))
    try:
        problem = unpack(body, Problem)
    except Refused:
        return Unavailable(
            "ANSWER_FOREIGN", "something else answered for the centre", status=status
        )
    if status >= 500 or status in _RETRIED_STATUS:
        return Unavailable("CENTRE_FAILED", problem.message, reason=problem.code)
    return Refused(problem.code, problem.message, last_counter=problem.last_counter)


def _unreachable(proxy: Proxy) -> Unavailable:
    if proxy.address:
        at = proxy.address
        return Unavailable("PROXY_UNREACHABLE", "the proxy cannot be reached", proxy=at)
    return Unavailable("CENTRE_UNREACHABLE", "the centre cannot be reached")


def _refused_by_proxy(said: str) -> Unavailable:
    """Return the error for what a proxy said, which begins with its status if it has one."""
    code = said[:_STATUS_DIGITS]
    if code == str(httpx.codes.PROXY_AUTHENTICATION_REQUIRED.value):
        return Unavailable("PROXY_SIGN_IN", "the proxy wants a user and a password")
    return Unavailable("PROXY_REFUSED", "the proxy does not let through", status=code)


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
