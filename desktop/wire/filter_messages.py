"""How the county's filter travels: a signed list of layers, and layers in small pieces.

Asked for beside the exchange, so that a station or a centre that does not know it yet exchanges as
before. Layers are known by their hash: a piece that arrived is never asked for again.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from desktop.base.errors import Refused
from desktop.domain.county_filter import LAYER_BYTES_MAX, LAYER_MARKS_MAX
from desktop.wire.codec import pack, unpack
from desktop.wire.messages import County, Hash, Id, Instant, Number
from desktop.wire.signing import SigningKey, signature_holds

FILTER_PATH = "/v1/filter"

PIECE_BYTES_MAX = 32 * 1024
"""Four seconds of the slowest line: what a cut line loses at most."""

LAYERS_MAX = 256
MANIFEST_BYTES_MAX = 64 * 1024

FilterKind = Literal["enrolled", "paid", "employee", "dead"]
_SIGNED = b"canbao-filter-1\n"


class LayerEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One layer of the filter, by its SHA-256."""

    kind: FilterKind
    year: Annotated[int, Meta(ge=0, le=9999)]
    hash: Hash
    size: Annotated[int, Meta(ge=1, le=LAYER_BYTES_MAX)]
    count: Annotated[int, Meta(ge=0, le=LAYER_MARKS_MAX)]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All layers that make up the filter of a county now. The centre signs these bytes."""

    county: County
    version: Number
    made_at: Instant
    layers: Annotated[tuple[LayerEntry, ...], Meta(max_length=LAYERS_MAX)]


class FilterRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Ask whether there is a newer filter than ``version``, and for a piece of one layer."""

    station: Id
    protocol: Number
    version: Number
    layer: Annotated[bytes, Meta(max_length=32)] = b""
    """Hash of the layer that is wanted, empty if none is."""
    offset: Number = 0


class FilterReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is new, and the piece that was asked for."""

    manifest: Annotated[bytes, Meta(max_length=MANIFEST_BYTES_MAX)] = b""
    """A packed `Manifest` if the centre's is another than the station's, else empty."""
    signature: Annotated[bytes, Meta(max_length=64)] = b""
    secret: Annotated[bytes, Meta(max_length=32)] = b""
    """The county's secret that marks are made with; comes with every manifest."""
    layer: Annotated[bytes, Meta(max_length=32)] = b""
    offset: Number = 0
    piece: Annotated[bytes, Meta(max_length=PIECE_BYTES_MAX)] = b""
    """Empty if the layer is no longer part of the filter; ask for what the manifest names."""


def sign_manifest(key: SigningKey, manifest: Manifest) -> tuple[bytes, bytes]:
    """Return the manifest's bytes and the centre's signature over them."""
    content = pack(manifest)
    return content, key.sign(_SIGNED + content)


def read_manifest(centre_key: bytes, county: str, content: bytes, signature: bytes) -> Manifest:
    """Return the manifest in ``content``.

    Raises:
        Refused: ``FILTER_SIGNATURE`` (not signed by this centre), ``FILTER_UNREADABLE``,
            ``FILTER_COUNTY`` (another county's).
    """
    if not signature_holds(centre_key, _SIGNED + content, signature):
        raise Refused("FILTER_SIGNATURE", "the county's filter is not signed by this centre")
    try:
        manifest = unpack(content, Manifest)
    except Refused as error:
        raise Refused("FILTER_UNREADABLE", error.message) from error
    if manifest.county != county:
        raise Refused("FILTER_COUNTY", f"the filter is for the county {manifest.county}")
    return manifest
