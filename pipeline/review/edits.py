"""What a reviewer makes of a record: values retyped, other text chosen as their source, parts dropped and put in.

A path names a place in a record: ``name``, ``members/2``, ``positions/0/organisation``, ``established``. Whatever is
made here has a source in the text; a value without one is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field, ValidationError

from pipeline.edtf import is_edtf
from pipeline.harmless import harmless
from pipeline.ids import Ids
from pipeline.records import (
    RECORD,
    Category,
    DateRecord,
    DateRole,
    Document,
    FieldValue,
    Frozen,
    Kind,
    Measure,
    Modifier,
    Record,
    Source,
    Status,
    identifying,
)
from pipeline.review.typed import Refused, clean, number, number_in
from pipeline.sentences import sentences_of
from pipeline.store.spans import record_faults

RULE = "review"
"""The rule of every field that a reviewer made; its confidence is 1."""
RETYPED = "reviewed"
"""The flag of a value that a reviewer typed and that is not the quote itself."""
IDENTIFYING: dict[Kind, str] = {"group": "name", "official": "name", "date": "text", "count": "text", "policy": "title"}
LISTS: dict[Kind, tuple[str, ...]] = {"group": ("aliases", "leaders", "members"), "official": ("positions",)}
SLOTS: dict[Kind, tuple[str, ...]] = {
    "group": ("established",),
    "count": ("unit", "scope", "as_of"),
    "policy": ("date",),
}
"""Fields that a record may have or not."""
CHOICES: dict[str, Any] = {
    "role": DateRole, "measure": Measure, "modifier": Modifier, "status": Status, "category": Category,
}  # fmt: skip
CALENDAR = frozenset({"date/text", "group/established", "count/as_of", "policy/date"})
"""The fields whose value is EDTF."""


class Change(Frozen):
    """One change to a record.

    ``retype`` gives the field at ``path`` another value, ``source`` another quote (``start``, ``end``) and, if given,
    value; ``drop`` takes it out; ``put`` adds one to a list or fills an empty slot; ``judge`` sets what is no field.
    """

    op: Literal["retype", "source", "drop", "put", "judge"]
    path: str = Field(max_length=60)
    value: str | None = Field(default=None, max_length=2000)
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)


def edited(document: Document, record: Record, changes: Sequence[Change]) -> Record:
    """A record with changes made, in their order. Raises Refused."""
    draft = _Draft(document, record.kind, record.model_dump())
    for change in changes:
        draft.make(change)
    return draft.record()


def added(document: Document, kind: Kind, changes: Sequence[Change], taken: set[str]) -> Record:
    """A record that the rules missed; the first change puts its identifying field. ``taken`` are ids in use.

    Its id is the one that the rules would have given it. Raises Refused.
    """
    first = IDENTIFYING[kind]
    if not changes or changes[0].op != "put" or changes[0].path != first:
        raise Refused(f"a {kind} begins with its {first}; select it in the text")
    draft = _Draft(document, kind, {**_blank(kind), "id": "r-", "document": document.id})
    for change in changes:
        draft.make(change)
    record = draft.record()
    ids, value = Ids(document.id), identifying_value(record)
    name = ids.next(kind, value)
    while name in taken:
        name = ids.next(kind, value)
    return record.model_copy(update={"id": name})


def identifying_value(record: Record) -> str:
    """What a record's id is made of, as the rules make it."""
    field = identifying(record)
    match record.kind:
        case "date":
            return f"{field.value} {clean(field.text)}"
        case "count":
            return f"{record.value} {record.unit.text if record.unit else ''}"
        case _:
            return field.value


def _blank(kind: Kind) -> dict[str, Any]:
    blank: dict[str, Any] = {"kind": kind, "confidence": 1.0, "rule": RULE}
    match kind:
        case "official":
            blank |= {"positions": []}
        case "date":
            blank |= {"value": "", "role": "other"}
        case "count":
            blank |= {"value": 0, "measure": "count", "modifier": "exact", "status": "actual"}
    return blank


class _Draft:
    """A dumped record while it is changed."""

    def __init__(self, document: Document, kind: Kind, values: dict[str, Any]) -> None:
        self.document, self.kind, self.values = document, kind, values
        for name in LISTS.get(kind, ()):
            values[name] = list(values.get(name, ()))

    def make(self, change: Change) -> None:
        """Make one change. Raises Refused."""
        match change.op:
            case "judge":
                self._judge(change.path, change.value)
            case "drop":
                self._drop(change.path)
            case "put":
                self._put(change)
            case "retype":
                self._retype(change.path, change.value)
            case "source":
                self._set(change.path, self._quoted(change, self._get(change.path)))

    def record(self) -> Record:
        """The record as it is now. Raises Refused when it is none."""
        first = self.values[IDENTIFYING[self.kind]]
        self.values |= {"confidence": first["confidence"], "rule": first["rule"]}
        if self.values.get("leaders"):
            self.values["flags"] = [flag for flag in self.values.get("flags", ()) if flag != "no-leader-stated"]
        try:
            record = RECORD.validate_python(self.values)
        except ValidationError as error:
            fault = error.errors()[0]
            raise Refused(f"{'/'.join(map(str, fault['loc'][1:]))}: {fault['msg']}") from error
        for misplaced in record_faults(self.document, record):
            raise Refused(f"{misplaced}; select the text anew")
        return record

    def _retype(self, path: str, value: str | None) -> None:
        field = self._get(path)
        typed = self._valued(path, value, field["text"])
        flags = () if typed == clean(field["text"]) else (RETYPED,)
        self._set(path, {**field, "value": typed, "flags": flags, "confidence": 1.0, "rule": RULE})

    def _put(self, change: Change) -> None:
        name = change.path
        field = self._quoted(change, None)
        if name == "positions" and self.kind == "official":
            self.values[name].append({"title": field, "organisation": None, "category": "other"})
        elif name in LISTS.get(self.kind, ()):
            self.values[name].append(field)
            self.values[name].sort(key=lambda each: each["source"]["start"])
        elif name in SLOTS.get(self.kind, ()) or name == IDENTIFYING[self.kind] or name.startswith("positions/"):
            self._set(name, field)
        else:
            raise Refused(f"a {self.kind} has no {name}")

    def _drop(self, path: str) -> None:
        if path in SLOTS.get(self.kind, ()) or path.endswith("/organisation"):
            self._set(path, None)
            return
        name, _, number = path.partition("/")
        self._get(path)
        if name not in LISTS.get(self.kind, ()) or not number:
            raise Refused(f"a {self.kind} is nothing without its {name}; reject it instead")
        del self.values[name][int(number.partition("/")[0])]

    def _judge(self, path: str, value: str | None) -> None:
        name = path.rpartition("/")[2]
        holder = self._holder(path)
        if name in ("value", "upper") and self.kind == "count":
            holder[name] = None if name == "upper" and not value else number(value or "")
        elif name in CHOICES and name in holder:
            allowed = CHOICES[name].__args__
            if value not in allowed:
                raise Refused(f"{name} is one of {', '.join(allowed)}, not {value!r}")
            holder[name] = value
        else:
            raise Refused(f"a {self.kind} has no {name} to judge")

    def _quoted(self, change: Change, former: dict[str, Any] | None) -> dict[str, Any]:
        """A field with a run of the text as its source."""
        if change.start is None or change.end is None:
            raise Refused("a value needs a source; select the words in the text that state it")
        source = _source(self.document, change.start, change.end)
        if former is not None:
            source = source.model_copy(update={"context": former["source"]["context"]})
        text = self.document.text[source.start : source.end]
        value = change.value
        if value is None and former is not None and self._is_calendar(change.path):
            value = former["value"]
        typed = self._valued(change.path, clean(text) if value is None else value, text)
        flags = () if typed == clean(text) else (RETYPED,)
        made = FieldValue(text=text, value=typed, source=source, confidence=1.0, rule=RULE, flags=flags)
        return made.model_dump()

    def _valued(self, path: str, value: str | None, quote: str) -> str:
        """A value as its field holds it, and what hangs on it: a date's EDTF, a count's number."""
        typed = clean(value or "")
        if not typed:
            raise Refused("a value cannot be empty; drop the field instead")
        if unseen := next((mark for mark in typed if harmless(mark) != mark and mark not in self.document.text), None):
            raise Refused(f"a value has no signs that cannot be seen ({harmless(unseen)}); type it anew without them")
        if self._is_calendar(path):
            if not is_edtf(typed):
                raise Refused(f"{typed!r} is no date in EDTF; write it like 2022-08-26, 2022-08, 2022 or 2021/2025")
            if self.kind == DateRecord.model_fields["kind"].default:
                self.values["value"] = typed
        elif self.kind == "count" and path == "text":
            self.values["value"] = number_in(quote) if typed == clean(quote) else number(typed)
            if "%" in quote or "百分" in quote or "per cent" in quote or "percent" in quote:
                self.values["measure"] = "percent"
            return clean(quote)
        return typed

    def _is_calendar(self, path: str) -> bool:
        return f"{self.kind}/{path}" in CALENDAR

    def _get(self, path: str) -> dict[str, Any]:
        found = self._holder(path).get(path.rpartition("/")[2]) if not _in_list(path) else self._item(path)
        if not isinstance(found, dict):
            raise Refused(f"this {self.kind} has no {path}")
        return found

    def _set(self, path: str, field: dict[str, Any] | None) -> None:
        if _in_list(path):
            self._item(path)
            name, _, at = path.partition("/")
            self.values[name][int(at)] = field
        else:
            self._holder(path)[path.rpartition("/")[2]] = field

    def _item(self, path: str) -> Any:
        name, _, at = path.partition("/")
        items = self.values.get(name) if name in LISTS.get(self.kind, ()) else None
        if items is None or not at.isdecimal() or int(at) >= len(items):
            raise Refused(f"this {self.kind} has no {path}")
        return items[int(at)]

    def _holder(self, path: str) -> dict[str, Any]:
        """What holds the last part of a path: the record, or one of its positions."""
        parts = path.split("/")
        if len(parts) == 1:
            return self.values
        if len(parts) == 3 and parts[0] == "positions" and parts[2] in ("title", "organisation", "category"):
            found = self._item("/".join(parts[:2]))
            if isinstance(found, dict):
                return found
        raise Refused(f"a {self.kind} has no {path}")


def _in_list(path: str) -> bool:
    return path.count("/") == 1


def _source(document: Document, start: int, end: int) -> Source:
    """A run of the text with the sentences around it, without white space at its ends. Raises Refused."""
    text = document.text
    if not 0 <= start < end <= len(text):
        raise Refused("the selection lies outside the text; select it again")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    around = [s for s in sentences_of(document) if s.start < end and start < s.end]
    if start == end or not around or around[0].start > start or around[-1].end < end:
        raise Refused("nothing of the announcement itself is selected; select words of its text")
    return Source(start=start, end=end, sentence=(around[0].start, around[-1].end))
