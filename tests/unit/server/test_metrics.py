"""The figures of a centre, in the format Prometheus reads."""

from __future__ import annotations

import re

from desktop.server.metrics import SECONDS, Metrics

_LINE = re.compile(r'[a-z_]+(\{[a-z]+="(\\.|[^"\\])*"(,[a-z]+="(\\.|[^"\\])*")*\})? [0-9.e+-]+\Z')


def test_figures_add_up() -> None:
    metrics = Metrics()
    for seconds in (0.001, 0.2, 0.2001, 99.0):
        metrics.begin()
        metrics.end("/v1/exchange", 200, "", seconds, (10, 20))
    metrics.begin()
    metrics.events({"accepted": 3, "case": 1})
    text = metrics.text({"canbao_ready": ("Whether.", 1)})
    assert 'canbao_requests_total{path="/v1/exchange",status="200",code=""} 4' in text
    assert 'canbao_bytes_total{path="/v1/exchange",way="out"} 80' in text
    assert 'canbao_events_total{outcome="accepted"} 3' in text
    assert "canbao_requests_under_way 1\n" in text
    assert 'canbao_request_seconds_bucket{path="/v1/exchange",le="0.2"} 2' in text
    assert 'canbao_request_seconds_bucket{path="/v1/exchange",le="0.5"} 3' in text
    assert 'canbao_request_seconds_bucket{path="/v1/exchange",le="+Inf"} 4' in text
    assert 'canbao_request_seconds_sum{path="/v1/exchange"} 99.4011' in text
    assert "canbao_ready 1\n" in text
    assert list(SECONDS) == sorted(SECONDS)


def test_every_line_is_in_form_and_every_family_is_told_once() -> None:
    metrics = Metrics()
    metrics.begin()
    metrics.end('/a"\n\\', 503, "CENTRE_FAILED", 0.5, (1, 2))
    metrics.events({"already": 1})
    lines = metrics.text({"canbao_feed_head": ("Place.", 7)}).splitlines()
    told = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(set(told)) == len(told)
    for line in lines:
        assert line.startswith(("# HELP ", "# TYPE ")) or _LINE.match(line), line
        if not line.startswith("#"):
            family = re.sub(r"_(bucket|sum|count)$", "", re.split(r"[{ ]", line)[0])
            assert family in told
