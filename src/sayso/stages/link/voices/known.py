"""Voices that are told apart so far, found by what another one could share with them: in a drive of a thousand persons
each is held against those alone who share a part of a name with him, not against all."""

from collections.abc import Iterable, Iterator

from sayso.stages.link.voices.ministries import domain
from sayso.stages.link.voices.names import skeleton
from sayso.stages.link.voices.persons import person_key
from sayso.stages.link.voices.taken import is_taken_for
from sayso.stages.link.voices.teller import Teller


def name_keys(person: Teller) -> frozenset[str]:
    """The parts of a person's name, as they are and as they may be spelt otherwise: two persons who share none are
    never one (`names.same_person`, `names.is_short_form`)."""
    words = person_key(person.name or "").split()
    return frozenset(words) | {f"~{skeleton(word)}" for word in words}


class Known:
    """Voices in their order, and who of them another may be taken for. Lives only while voices are counted."""

    def __init__(self, voices: Iterable[Teller] = ()) -> None:
        self.voices: list[Teller] = []
        self._by_id: dict[str, int] = {}
        self._by_key: dict[str, set[int]] = {}
        self._any: set[int] = set()
        """Those whom no key leads to: they are held against everybody."""
        for voice in voices:
            self.add(voice)

    def add(self, voice: Teller) -> None:
        """One more."""
        self.voices.append(voice)
        self._note(len(self.voices) - 1)

    def replace(self, number: int, voice: Teller) -> None:
        """A voice with what another telling of it adds."""
        self.voices[number] = voice
        self._note(number)

    def _note(self, number: int) -> None:
        voice = self.voices[number]
        self._by_id.setdefault(voice.id, number)
        keys = _keys(voice)
        if keys is None:
            self._any.add(number)
        for key in keys or ():
            self._by_key.setdefault(key, set()).add(number)

    def taken_for(self, teller: Teller) -> Iterator[int]:
        """Numbers of those that it is taken for, in their order."""
        keys = _keys(teller)
        numbers: Iterable[int] = range(len(self.voices))
        if keys is not None:
            numbers = sorted(self._any.union(*(self._by_key.get(key, ()) for key in keys)))
        return (number for number in numbers if is_taken_for(teller, self.voices[number]))

    def one_of(self, teller: Teller) -> Teller:
        """The voice that a telling is a part of; itself where it is of none."""
        number = self._by_id.get(teller.id)
        if number is not None and self.voices[number].id == teller.id:
            return self.voices[number]
        return next((self.voices[n] for n in self.taken_for(teller)), teller)


def _keys(voice: Teller) -> frozenset[str] | None:
    """What a person shares with whoever he may be taken for, or the other way: a part of the name or a ministry. None
    for voices of other kinds, and for relatives, who are one with whoever is of their family."""
    if voice.kind != "person" or voice.sort == "kin":
        return None
    office = domain(f"{voice.name or ''} {voice.body or ''} {voice.role}")
    return name_keys(voice) | ({f"#{office}"} if office else frozenset())
