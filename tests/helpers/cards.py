"""Identity cards of invented residents, as the chip gives them: made by the layouts themselves."""

from __future__ import annotations

from datetime import date

from desktop.devices.card_text import CardKind
from desktop.devices.simulated import card_text_of
from desktop.domain import codes
from desktop.domain.identity_number import check_digit
from desktop.domain.invented import invented_number

BIRTH = date(1980, 5, 6)
NUMBER = invented_number(BIRTH, 9, codes.FEMALE)
_PERMIT_17 = "81000019800506002"
_FOREIGN_17 = "91199919800506002"

_DEFAULTS: dict[CardKind, dict[str, str]] = {
    "resident": {
        "name": "杞翠兰", "sex": "2", "ethnic_group": "07", "birth_date": "19800506",
        "address": "培训县第一镇第一村二组8号", "number": NUMBER, "issuer": "培训县公安局",
        "valid_from": "20150601", "valid_to": "20350601",
    },
    "residence_permit": {
        "name": "陈大文", "sex": "2", "birth_date": "19800506", "address": "培训县第一镇三组1号",
        "number": _PERMIT_17 + check_digit(_PERMIT_17), "issuer": "培训县公安局",
        "valid_from": "20190601", "valid_to": "20240601", "pass_number": "H01234567",
        "times_issued": "01", "flag": "J",
    },
    "foreign_2017": {
        "english": "SAMPLE, JANE MARY", "sex": "2", "number": "TRN110080050601",
        "nationality": "TRN", "name": "简玛丽", "valid_from": "20190101", "valid_to": "20290101",
        "birth_date": "19800506", "version": "01", "issuer": "5399", "flag": "I",
    },
    "foreign_2023": {
        "name": "", "sex": "2", "times_issued": "01", "birth_date": "19800506",
        "english": "SAMPLE-WITH-A-VERY-LONG-NAME, JANE M", "number":
        _FOREIGN_17 + check_digit(_FOREIGN_17), "valid_from": "20240101", "valid_to": "20340101",
        "english_rest": "ARY", "nationality": "999", "flag": "Y",
    },
}  # fmt: skip


def card_bytes(kind: CardKind = "resident", **fields: str) -> bytes:
    """Return a card's 256 bytes; ``fields`` replace what the invented card of this kind holds."""
    return card_text_of(kind, _DEFAULTS[kind] | fields)
