"""What a credit line says, and the names of papers, sites and offices in it."""

from __future__ import annotations

import re

from extractors.script import simplified
from extractors.value import value
from pipeline.read.dates import CLOCK, find_day
from pipeline.read.lexicon import lexicon

HAN = re.compile(r"[㐀-鿿]")
SENTENCE_BREAK = re.compile(r"[a-z0-9)\"”][.!?] +[A-Z\"“]|[。！？]")
DOMAIN = re.compile(
    r"(?:[a-z0-9-]+\.)+(?:com|cn|net|org|gov|edu|uk|lk|hk|tw|mo|info|io)(?:\.[a-z]{2})?\b", re.IGNORECASE
)
NEWSPAPER_PAGE = re.compile(r"\s*第\s?[A-Z]?\d{1,3}\s?版")
STOP = re.compile(r"\. |\.$|[;。|(\[]| {2,}|,(?=\s)")
OWN = frozenset({"本报", "本网", "本台", "本社", "本刊", "本站"})
"""What a paper calls itself."""
TELEGRAM = re.compile(r"(?P<office>[㐀-鿿]{1,8}?(?:网|社|报|台))(?P<place>[㐀-鿿]{2,6})(?<![网社报台局办闻端道布线刊])")
"""'新华社北京9月2日电': the office, and where it writes from."""


@value
class Credit:
    """What one line says of the document. The ranks order rival statements; a higher one wins."""

    people: tuple[str, ...] = ()
    publisher: str | None = None
    publisher_rank: int = 0
    published: str | None = None
    published_rank: int = 0
    only_time: bool = False
    """The line is nothing but 'Time: …', which may be an event's: a credit near the top only."""
    only_noise: bool = False
    """Nothing but counters and buttons: furniture."""

    def with_(self, other: Credit) -> Credit:
        """Both together; of rival statements the one of the higher rank, else this one's."""
        publisher = max((self, other), key=lambda credit: credit.publisher_rank)
        published = max((self, other), key=lambda credit: credit.published_rank)
        return Credit(
            (*self.people, *(name for name in other.people if name not in self.people)),
            publisher.publisher,
            publisher.publisher_rank,
            published.published,
            published.published_rank,
        )


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, quotation marks and brackets behind it or not."""
    return text.rstrip("\"'”’)）").endswith((".", "。", "!", "?", "！", "？", "…"))


def is_office(text: str) -> bool:
    """Whether a few words name a site, paper or office: a domain, or with a word such as News or 日报 at the end."""
    if not text.strip() or len(text.split()) > 6 or len(text) > 60 or SENTENCE_BREAK.search(text):
        return False
    if DOMAIN.fullmatch(text):
        return True
    if HAN.search(text):
        return bool(
            re.search(
                r"(?:报|刊|网|社|台|局|办|频道|客户端|发布|在线|新闻|融媒体?|融媒体中心|传媒|电视|杂志|月刊|教育厅|教育部)$",
                simplified(text),
            )
        )
    words = text.lower().split()
    return text[0].isupper() and words[-1] in lexicon().office and not lexicon().stop.issuperset(words)


def office_in(value: str) -> str | None:
    """The publisher in a value: up to the first stop, date or bracket."""
    day = find_day(value)
    value = value[: day.start] if day else value
    value = NEWSPAPER_PAGE.split(value)[0]
    value = STOP.split(CLOCK.split(value)[0])[0].strip(" -,·:")
    if HAN.search(value):
        known = lexicon()
        words = [word for word in value.split() if word not in known.lines and word not in known.stop]
        value = words[0] if words and is_office(words[0]) else " ".join(words)
    if value in lexicon().no_source:
        return None
    return value if value and len(value) <= 80 else None


def agency_in(text: str) -> str | None:
    """The office in a dateline, without the place and day that it writes from."""
    office = re.sub(
        r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息|报道)$|(?:快讯|讯|消息|报道|电)$", "", text.strip(" ,-")
    )
    if telegram := TELEGRAM.fullmatch(office):
        office = telegram["office"]
    if office in OWN or not is_office(office):
        return None
    return office
