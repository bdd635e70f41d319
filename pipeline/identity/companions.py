"""Documents that name several of the same things, by which names are told that no place tells.

One Jianhu Primary School in two documents may be two schools. Three proper names that two documents have in common are
no chance: they speak of the same places, and their names are one.
"""

from __future__ import annotations

from pipeline.identity.judging import own_signs
from pipeline.identity.keys import key
from pipeline.identity.mentions import Local
from pipeline.identity.shelf import Shelf

SHARED = 3
"""So many names two documents have to share."""
PROPER = 2
"""Signs of its own that a name has to have in order to count, or to be told in this way."""
SPREAD = 4
"""A thing of more documents than this says nothing of any two of them."""
TOGETHER = """
CREATE TEMP TABLE together AS
SELECT min(x.document, y.document) AS one, max(x.document, y.document) AS other, judgement.at AS judgement, proper
FROM judgement
JOIN thing AS t ON t.at = a AND t.spread <= :spread JOIN thing AS u ON u.at = b AND u.spread <= :spread
JOIN local AS x ON x.thing = a JOIN local AS y ON y.thing = b
WHERE verdict IN ('same', 'unsure') AND proper IS NOT NULL
"""
FOUND = """
SELECT DISTINCT judgement.at
FROM (SELECT one, other FROM together GROUP BY one, other HAVING count(DISTINCT proper) >= :shared)
CROSS JOIN together USING (one, other) JOIN judgement ON judgement.at = judgement AND verdict = 'unsure'
ORDER BY judgement.at
"""


def companions(shelf: Shelf) -> list[int]:
    """Of the judgements that the rules left open, those on things of documents that share several names."""
    shelf.execute(TOGETHER, {"spread": SPREAD})
    shelf.execute("CREATE INDEX together_documents ON together (one, other)")
    return [at for (at,) in shelf.execute(FOUND, {"shared": SHARED})]


def proper(first: Local, second: Local) -> str | None:
    """The proper name of two things that may be one; None where either has none.

    A group and the school that it is called after have the same, and count once.
    """
    if not (_is_proper(first) and _is_proper(second)):
        return None
    known = key(first.name)
    return known.signs or " ".join(known.sounds)


def _is_proper(local: Local) -> bool:
    return local.kind == "person" or (local.kind != "body" and own_signs(local) >= PROPER)
