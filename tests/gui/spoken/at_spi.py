"""What an assistive program reads over AT-SPI: raw calls on the accessibility bus, as Orca makes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jeepney.io.blocking import DBusConnection

_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE, _ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
_LABELLED_BY = 2
_STATES = {4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 25: "showing"}
"""The numbers of AT-SPI (atspi-constants.h) for what the tests ask about."""


class Bus:
    """The accessibility bus of a session."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(bus=session) as desktop:
            place = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = desktop.send_and_get_reply(new_method_call(place, "GetAddress")).body
        self._wire: DBusConnection = open_dbus_connection(bus=address)

    def close(self) -> None:
        self._wire.close()

    def call(self, part: Part, interface: str, method: str, signature: str = "", *args: Any) -> Any:
        place = DBusAddress(part.path, part.owner, interface)
        return self._ask(new_method_call(place, method, signature or None, args))

    def read(self, part: Part, name: str) -> str:
        _, words = self._ask(Properties(DBusAddress(part.path, part.owner, _ACCESSIBLE)).get(name))
        return str(words)

    def _ask(self, message: Any) -> Any:
        reply = self._wire.send_and_get_reply(message, timeout=10)
        if reply.header.message_type is MessageType.error:
            raise LookupError(reply.body)
        return reply.body[0] if reply.body else None

    def application(self, name: str) -> Part | None:
        """Return the program of that name once it stands in the registry."""
        root = Part(self, "org.a11y.atspi.Registry", _ROOT)
        return next((part for part in root.children() if part.name == name), None)


@dataclass(frozen=True)
class Part:
    """One accessible thing: who owns it on the bus, and where it lies there."""

    bus: Bus
    owner: str
    path: str

    @property
    def name(self) -> str:
        return self.bus.read(self, "Name")

    @property
    def description(self) -> str:
        return self.bus.read(self, "Description")

    @property
    def role(self) -> str:
        return str(self.bus.call(self, _ACCESSIBLE, "GetRoleName"))

    @property
    def states(self) -> set[str]:
        low, high = self.bus.call(self, _ACCESSIBLE, "GetState")
        return {word for bit, word in _STATES.items() if (low | high << 32) >> bit & 1}

    def children(self) -> list[Part]:
        return [Part(self.bus, *child) for child in self.bus.call(self, _ACCESSIBLE, "GetChildren")]

    def labels(self) -> list[str]:
        """Return the names of what labels this."""
        relations = self.bus.call(self, _ACCESSIBLE, "GetRelationSet")
        return [Part(self.bus, *each).name for kind, those in relations if kind == _LABELLED_BY for each in those]

    def press(self) -> None:
        """Do what a press does: the first of the part's actions."""
        self.bus.call(self, _ACTION, "DoAction", "i", 0)

    def all(self) -> Iterator[Part]:
        """Yield this and everything in it."""
        yield self
        for child in self.children():
            yield from child.all()
