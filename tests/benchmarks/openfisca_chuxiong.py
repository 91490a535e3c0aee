"""The smallest honest OpenFisca country of 楚雄's figures of 2021, as a peer to measure beside.

Seven outputs from five facts of one person, every amount a dated parameter, computed as
OpenFisca's own documentation does: a simulation built from a situation, then one `calculate` for
each output. OpenFisca-core is no dependency of ours; without it the peer is not measured.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping
from typing import Any

YEAR = "2021"
INPUTS: dict[str, type] = {
    "subsistence": bool,
    "lifted": bool,
    "severely_disabled": bool,
    "extremely_poor": bool,
    "county_class": int,
}


def _dated(amount: float) -> dict[str, Any]:
    return {"values": {"2021-01-01": {"value": amount}}}


PARAMETERS = {
    "standard": _dated(320),
    "central": _dated(464),
    "provincial": _dated(81.2),
    "shared": _dated(34.8),
    "fixed": _dated(120),
    "lifted": _dated(180),
    "class_base": _dated(0.35),
    "class_step": _dated(0.05),
}


def _assistance(person: Any, period: Any, parameters: Any) -> Any:
    law = parameters(period)
    fixed = person("subsistence", period) | person("severely_disabled", period)
    most = law.lifted * person("lifted", period)
    most = most + (fixed & (most == 0)) * law.fixed
    full = person("extremely_poor", period)
    return most * ~full + law.standard * full


def _net(person: Any, period: Any, parameters: Any) -> Any:
    return person("personal_standard", period) - person("assistance", period)


def _prefecture(person: Any, period: Any, parameters: Any) -> Any:
    law = parameters(period)
    return law.shared * (law.class_base + law.class_step * person("county_class", period))


def _county(person: Any, period: Any, parameters: Any) -> Any:
    return parameters(period).shared - person("prefecture", period)


def _one(name: str) -> Callable[[Any, Any, Any], Any]:
    def formula(person: Any, period: Any, parameters: Any) -> Any:
        return person("county_class", period) * 0 + getattr(parameters(period), name)

    return formula


OUTPUTS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "personal_standard": _one("standard"),
    "assistance": _assistance,
    "net_payable": _net,
    "central": _one("central"),
    "provincial": _one("provincial"),
    "prefecture": _prefecture,
    "county": _county,
}


def installed() -> bool:
    """Return whether OpenFisca-core can be imported."""
    return importlib.util.find_spec("openfisca_core") is not None


def situation(facts: Mapping[str, bool | int]) -> dict[str, Any]:
    """Return one person, and the household OpenFisca wants one to be in, as it takes them."""
    return {
        "persons": {"p": {name: {YEAR: value} for name, value in facts.items()}},
        "households": {"h": {"members": ["p"]}},
    }


class Peer:
    """OpenFisca with its law read: what it then asks for each person is what is measured."""

    def __init__(self) -> None:
        self._builder, self._system = openfisca_system()

    def figures(self, asked: Mapping[str, Any], *, trace: bool = False) -> dict[str, float]:
        """Return the seven outputs; with ``trace`` its full tracer takes note of each step."""
        return self._computed(asked, trace=trace)[1]

    def explained(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return its trace as plain values: each step, what it read and what it gave."""
        steps: Mapping[str, Any] = self._computed(asked, trace=True)[
            0
        ].tracer.get_serialized_flat_trace()
        return steps

    def _computed(self, asked: Mapping[str, Any], *, trace: bool) -> tuple[Any, dict[str, float]]:
        simulation = self._builder().build_from_dict(self._system, asked)
        simulation.trace = trace
        found = {name: float(simulation.calculate(name, YEAR)[0]) for name in OUTPUTS}
        return simulation, found


def openfisca_system() -> tuple[Any, Any]:
    """Return OpenFisca's simulation builder and the system of 楚雄's figures."""
    core = {
        name: importlib.import_module(f"openfisca_core.{name}")
        for name in (
            "entities",
            "parameters",
            "periods",
            "simulation_builder",
            "taxbenefitsystems",
            "variables",
        )
    }
    person = core["entities"].SingleEntity("person", "persons", "", "")
    roles = [{"key": "member", "plural": "members"}]
    household = core["entities"].GroupEntity("household", "households", "", "", roles=roles)
    system = core["taxbenefitsystems"].TaxBenefitSystem([person, household])
    system.parameters = core["parameters"].ParameterNode("", data=PARAMETERS)
    shape = {"entity": person, "definition_period": core["periods"].DateUnit.YEAR}
    variable = core["variables"].Variable
    for name, kind in INPUTS.items():
        body = {**shape, "value_type": kind, "label": name}
        system.add_variable(type(name, (variable,), body))
    for name, formula in OUTPUTS.items():
        body = {**shape, "value_type": float, "label": name, "formula": formula}
        system.add_variable(type(name, (variable,), body))
    return core["simulation_builder"].SimulationBuilder, system
