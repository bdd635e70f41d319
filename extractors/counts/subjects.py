"""What the clause of a number is about, asked of the clauses before it where it goes on about the same."""

from __future__ import annotations

from extractors.counts.clauses import Clause, Clauses
from extractors.counts.named import Named
from extractors.counts.phrases import WORDS
from extractors.counts.verbs import VERBS
from extractors.text import Span

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
EACH = frozenset({"each", "every"})
FRONTED = frozenset("with among after of across home having built led set run".split())
PARTICIPLE = ("ing", "ed")
"""What opens a phrase before its main clause: 'With 5 schools, …', 'Covering 61 schools, …', 'Founded with 3 schools, …'."""
ROLES = frozenset("member members school schools leader leaders unit units core".split())
"""What a clause may say of those that it names, and go on about their group."""
BEING = frozenset({"is", "are"})
SHARING = frozenset({"accounting"})
TITLES = frozenset("head director principal mayor chief secretary chairman president".split())
SPEAKING = frozenset({"colon", "report", "quote"})
"""What opens a clause that somebody says."""
OPENING = SPEAKING | {"fence"}
"""What opens a clause as a sentence would."""
BACK = 16
"""How many clauses back a number's clause may go on about."""
Beside = tuple[int, Span]
"""A scope that stood beside an earlier number, with the place of that number's clause."""


class Subjects:
    """What the clauses of one sentence are about."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.small = clauses, clauses.small

    def about(self, place: int, number: int, beside: Beside | None) -> Span | None:
        """What the clause at ``place`` says of the number at token ``number``: who that is about.

        A clause without a subject of its own goes on about the one before it, until somebody else speaks.
        """
        own, blocked = self.clauses[place], False
        if self.ends_list(own, place, number) or self.is_attached(own, place, number):
            return None
        measured = self.measured(own, number)
        if measured is not None:
            return measured.span
        for back in range(place, max(0, place - BACK) - 1, -1):
            clause = self.clauses[back]
            if beside is not None and beside[0] == back and (clause is own or clause.lead != "relative"):
                return beside[1]
            if self.is_aside(clause, back, number):
                continue
            named = self.told(clause, back, number, clause is own, blocked)
            if named is None and clause.lead in SPEAKING:
                named = self.speaker(back)
            if named is not None:
                return named.span
            blocked = blocked or self.blocks(clause)
        return None

    def told(self, clause: Clause, place: int, number: int, own: bool, blocked: bool) -> Named | None:
        """The place or body that one clause names as what it is about; ``own`` where it is the number's clause.

        Where a clause behind it speaks of something else (``blocked``), only what 'in' puts at the front still holds.
        """
        topic = clause.topic if clause.topic is not None and clause.topic.last <= number else None
        if topic is not None and self.small[topic.first] in EACH:
            return topic
        if clause.about is not None and not blocked and not (clause.lead == "comma" and self.describes(place)):
            subject = self.subject(clause, clause.about, place, number, own)
            if subject is not None:
                return self.renamed(place, subject) or subject
        if topic is not None and not self.is_apposition(place):
            return topic
        if clause.lead != "relative" or blocked or (place and self.describes(place - 1)):
            return None
        return self.antecedent(clause)

    def describes(self, place: int) -> bool:
        """Whether a clause only says more of the name before it: 'Dahe, the city that administers Linxi, has …'."""
        clause = self.clauses[place]
        about = clause.about if clause.lead == "comma" else None
        return about is not None and about.is_common and self.small[about.last] in {"that", "which", "where"}

    def renamed(self, place: int, about: Named) -> Named | None:
        """The name that follows its description: 'Its first group, Baihe Group, has …', 'The county's oldest school, …'."""
        clauses = self.clauses
        if not about.is_common or place + 2 >= len(clauses):
            return None
        name, after = clauses[place + 1], clauses[place + 2]
        if name.lead != "comma" or name.kind != "alone" or after.lead != "comma" or after.kind == "alone":
            return None
        return name.about if name.about is not None and not name.about.is_common and not name.about.is_place else None

    def subject(self, clause: Clause, about: Named, place: int, number: int, own: bool) -> Named | None:
        """What a clause is about, as far as a number of this clause (``own``) or of one behind it can be about it."""
        if about.last > number or (clause.lead == "relative" and not own):
            return None
        if clause.kind in {"attribute", "topic"}:
            return about
        if about.is_counted or (clause.kind == "alone" and not self.opens(place)):
            return None
        return about

    def blocks(self, clause: Clause) -> bool:
        """Whether what stands before a clause is not what a number behind it is about."""
        counted = clause.kind == "subject" and clause.about is not None and clause.about.is_counted
        return clause.kind == "other" or counted or clause.lead in {"report", "quote"}

    def antecedent(self, clause: Clause) -> Named | None:
        """Whom 'which' or 'whose' means: the name right before it."""
        if self.small[clause.first] == "who":
            return None
        named = next((n for n in self.clauses.names if clause.first - 2 <= n.last <= clause.first), None)
        if named is None:
            return None
        before = self.clauses.before(named)
        if self.small[before] in {"in", "of", "at"}:  # 'Dahe Alliance in Hebei, whose 14 schools …'
            return next((other for other in self.clauses.names if other.last == before), named)
        return named

    def main(self, number: int) -> Named | None:
        """'With 5 schools opened since 2020, the city has …': what the main clause behind a fronted phrase is about."""
        clauses = self.clauses
        word = self.small[clauses.first]
        if not (word in FRONTED or (word in VERBS and word.endswith(PARTICIPLE))) or clauses.at(number):
            return None
        for n in range(1, len(clauses)):
            if clauses[n].verb is not None or clauses[n].kind == "subject":
                return clauses[n].about if clauses[n].kind == "subject" and clauses[n].lead == "comma" else None
        return None

    def is_aside(self, clause: Clause, place: int, number: int) -> bool:
        """Whether a clause only says where a name stands, or that one is among others: 'Dahe School is one of them, …'."""
        if clause.kind == "topic":
            return self.is_apposition(place)
        if clause.kind != "subject" or clause.last > number:
            return False
        if clause.verb is not None and self.small[clause.verb] in BEING and self.ends_in_role(clause):
            return True  # 'A and B are the close members, 9 schools in all'
        return self.small[clause.last - 2 : clause.last] in (["of", "them"], ["of", "these"])

    def ends_in_role(self, clause: Clause) -> bool:
        """Whether a clause says what those that it names are to their group: '… are the member schools'."""
        last = clause.last - 1 if self.clauses.tags.letters[clause.last - 1].isalpha() else clause.last - 2
        return self.clauses.tags.words[last] in ROLES

    def ends_list(self, clause: Clause, place: int, number: int) -> bool:
        """Whether a number only ends a list of names: '…, Linxi School and 3 kindergartens'."""
        before = number - 1
        while before > clause.first and self.small[before] in {"the", "another"}:
            before -= 1
        if self.small[before] not in {"and", "&"} or before < clause.first:
            return False
        if before == clause.first:
            listed = self.clauses[place - 1] if place else clause
            return listed.kind == "alone" and listed.about is not None and not listed.about.is_counted
        named = self.clauses.inside.get(before - 1)
        return named is not None and not named.is_place and (clause.kind == "alone" or named is clause.about)

    def is_attached(self, clause: Clause, place: int, number: int) -> bool:
        """Whether a number only says how large what was counted before it is: '…, accounting for 7%'."""
        if place == 0 or clause.lead != "comma" or clause.kind == "topic" or clause.first in self.clauses.starting:
            return False
        return number - clause.first <= 3 and self.small[clause.first] in SHARING

    def is_apposition(self, place: int) -> bool:
        """Whether a clause only says where the name before it is: 'Dahe, in Hebei Province, has …'."""
        clauses = self.clauses
        return (
            place > 0
            and clauses[place].verb is None
            and (
                clauses[place - 1].kind == "alone"
                or (clauses[place - 1].kind == "attribute" and clauses[place - 1].verb is None)
            )
        )

    def opens(self, place: int) -> bool:
        """Whether a name that fills its clause is what the sentence goes on about, not the end of a list."""
        clauses = self.clauses
        if clauses[place].lead == "bracket":
            return False
        while place > 0 and clauses[place].lead not in OPENING and clauses[place - 1].verb is None:
            place -= 1
            if clauses[place].kind == "alone":
                return False
        return place == 0 or clauses[place].lead in OPENING

    def measured(self, clause: Clause, number: int) -> Named | None:
        """'put the number of groups in Dahe at six': the place of the noun of measure before a number."""
        if clause.kind not in {"other", "goes on"}:
            return None
        inside = [named for named in self.clauses.names if clause.first <= named.first and named.last <= number]
        for named in reversed(inside):
            before = self.clauses.before(named)
            if self.small[before] not in {"of", "in", "at"}:
                continue
            if not WORDS["attribute"].isdisjoint(self.small[max(clause.first, before - 6) : before]):
                return named
        return None

    def speaker(self, place: int) -> Named | None:
        """The place or body that says the clause at ``place``: 'the list of Dahe said: …', 'told by Dahe District: …'."""
        if place == 0:
            return None
        saying = self.clauses[place - 1]
        if WORDS["saying"].isdisjoint(self.small[saying.first : saying.last]):
            return None
        inside = [named for named in self.clauses.names if saying.first <= named.first < saying.last]
        if not inside or inside[-1].is_common or saying.last - inside[-1].last > 3:
            return None
        titled = inside[-1].first - 2
        return None if titled >= self.clauses.first and self.small[titled] in TITLES else inside[-1]
