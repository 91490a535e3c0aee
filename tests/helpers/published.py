"""A centre that speaks as every centre, but says of the county's filter what a test wants."""

from __future__ import annotations

import hashlib

from typing_extensions import override

from desktop.domain.county_filter import SECRET_BYTES, make_layer, mark_of
from desktop.wire.compare_messages import (
    CompareReply,
    CompareRequest,
    EntriesReply,
    EntriesRequest,
)
from desktop.wire.fill_messages import FillReply, FillRequest
from desktop.wire.filter_messages import (
    FilterReply,
    FilterRequest,
    LayerEntry,
    Manifest,
    sign_manifest,
)
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Registered, Registration
from desktop.wire.operator_messages import OperatorsReply, OperatorsRequest
from desktop.wire.protocol import SyncProtocol, Traffic
from desktop.wire.signing import SigningKey
from desktop.wire.station_messages import StationsReply, StationsRequest
from desktop.wire.update_messages import UpdateReply, UpdateRequest
from tests.helpers.centre import COUNTY
from tests.helpers.filters import NUMBER


class Published(SyncProtocol):
    """A centre that says of its filter whatever a test wants it to."""

    def __init__(self, key: SigningKey, exchanging: SyncProtocol) -> None:
        self.key = key
        self.exchanging = exchanging
        self.county = COUNTY
        self.secret = bytes(range(SECRET_BYTES))
        self.content = make_layer([mark_of(self.secret, "employee", 0, NUMBER)])
        self.version = 5
        self.alter = 0
        self.seal: bytes | None = None

    @property
    def manifest(self) -> Manifest:
        entry = LayerEntry(
            kind="employee",
            year=0,
            hash=hashlib.sha256(self.content).digest(),
            size=len(self.content),
            count=1,
        )
        return Manifest(
            county=self.county, version=self.version, made_at="2021-11-15", layers=(entry,)
        )

    @override
    def register(self, registration: Registration) -> Registered:
        return self.exchanging.register(registration)

    @override
    def exchange(self, request: ExchangeRequest) -> ExchangeReply:
        return self.exchanging.exchange(request)

    @override
    def operators(self, request: OperatorsRequest) -> OperatorsReply:
        return self.exchanging.operators(request)

    @override
    def stations(self, request: StationsRequest) -> StationsReply:
        return self.exchanging.stations(request)

    @override
    def traffic(self) -> Traffic:
        return self.exchanging.traffic()

    @override
    def compare(self, request: CompareRequest) -> CompareReply:
        return self.exchanging.compare(request)

    @override
    def entries(self, request: EntriesRequest) -> EntriesReply:
        return self.exchanging.entries(request)

    @override
    def fill(self, request: FillRequest) -> FillReply:
        return self.exchanging.fill(request)

    @override
    def update(self, request: UpdateRequest) -> UpdateReply:
        return UpdateReply()

    @override
    def county_filter(self, request: FilterRequest) -> FilterReply:
        content, signature = sign_manifest(self.key, self.manifest)
        piece = self.content[:-1] + bytes([self.content[-1] ^ self.alter])
        newer = request.version != self.version
        return FilterReply(
            manifest=content if newer else b"",
            signature=(self.seal or signature) if newer else b"",
            secret=self.secret if newer else b"",
            layer=request.layer,
            offset=request.offset,
            piece=piece if request.layer else b"",
        )
