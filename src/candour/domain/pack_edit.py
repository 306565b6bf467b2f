"""Writing into a policy pack what a school says of itself at set-up; its comments and its order stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from candour.domain.pack_file import plain_text, read_pack
from candour.domain.pack_places import place_in
from candour.domain.policy import next_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.policy import Pack
    from candour.domain.setting_up import PolicyAsked


def with_school(text: str, name: str) -> str:
    """Return the text of a pack for the school of that name; Refused for a pack with an error."""
    document = _parsed(text)
    document["school"] = name
    return _written(document)


def with_answers(text: str, asked: PolicyAsked) -> str:
    """Return the text of a pack with the school's choices and what it promises.

    Refused for a pack with an error; KeyError for a choice or an option that the pack has not.
    """
    pack = read_pack(text)
    document = _parsed(text)
    for choice_id, option_id in asked.choices:
        _choose(document, pack, choice_id, option_id)
    promise = document["promise"]
    promise["words"] = _lines(asked.promise)
    for key, value in (("agreed_with", asked.agreed_with), ("agreed_on", asked.agreed_on)):
        if value:
            promise[key] = value
        else:
            promise.pop(key, None)
    return _written(document)


def _parsed(text: str) -> Any:
    import tomlkit  # noqa: PLC0415 - set-up alone writes packs, and reading with comments kept takes a moment

    read_pack(text)
    return tomlkit.parse(plain_text(text))


def _written(document: Any) -> str:
    import tomlkit  # noqa: PLC0415 - as above

    text = tomlkit.dumps(document)
    read_pack(text)
    return text


def _choose(document: Any, pack: Pack, choice_id: str, option_id: str) -> None:
    choice = next_by(pack.choices, "id", choice_id)
    for setting in next_by(choice.options, "id", option_id).sets:
        path = place_in(pack, setting.at)
        if path is None:
            raise KeyError(setting.at)  # `read_pack` refuses such a pack
        holder = document
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = setting.to
    document["choices"][pack.choices.index(choice)]["chosen"] = option_id


def _lines(words: Sequence[str]) -> Any:
    import tomlkit  # noqa: PLC0415 - as above

    lines = tomlkit.array()
    lines.extend(words)
    return lines.multiline(multiline=True)
