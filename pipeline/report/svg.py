"""Charts as SVG inside the page: drawn once, coloured by the page's style sheet in light, dark and print.

Colours are the style sheet's variables (``var(--ink)``). Marks are links to places on the page; what a mark is stands
in its ``<title>``, which browsers show beside the pointer and read aloud. Nothing of Vega's own styles, scripts or
addresses is left.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256

import altair as alt
import vl_convert
from lxml import etree

from pipeline.harmless import harmless

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
KEPT_IN = frozenset(
    "viewBox width height d transform fill stroke stroke-width stroke-dasharray stroke-opacity fill-opacity opacity x y"
    " x1 x2 y1 y2 cx cy r rx ry text-anchor dominant-baseline font-size font-weight font-style clip-path id".split()
)
"""What is kept of the attributes: the drawing itself."""
DRAWN = frozenset(f"{SVG}{name}" for name in "svg g path line rect circle text tspan a defs clipPath title".split())
NO_XML = re.compile("[^\t -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOTHING = (None, "", "M0,0h0v0h0Z")
CONFIG = {
    "background": "none",
    "font": "sans-serif",
    "view": {"stroke": None},
    "title": {"anchor": "start", "color": "var(--ink)", "fontSize": 13, "fontWeight": "normal", "limit": 400},
    "axis": {
        "labelColor": "var(--ink)", "titleColor": "var(--soft)", "gridColor": "var(--grid)",
        "domainColor": "var(--line)", "tickColor": "var(--line)", "labelFontSize": 12,
        "titleFontSize": 12, "titleFontWeight": "normal", "labelLimit": 260, "titlePadding": 8,
    },
    "legend": {
        "labelColor": "var(--ink)", "titleColor": "var(--soft)", "labelFontSize": 12, "titleFontWeight": "normal",
        "orient": "top", "title": None, "symbolType": "square", "columnPadding": 28,
    },
    "text": {"color": "var(--ink)", "fontSize": 12},
    "rule": {"color": "var(--line)"},
}  # fmt: skip


def drawn(chart: alt.TopLevelMixin, says: str) -> str:
    """A chart as an ``<svg>`` element; ``says`` is its name for those who cannot see it."""
    spec = chart.to_dict()
    spec["config"] = CONFIG
    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    return fitted(vl_convert.vegalite_to_svg(json.dumps(spec), vl_version=version), says)


def shown(text: str) -> str:
    """A text as a chart may show it: control and direction marks spelled out, and nothing that XML does not have.

    >>> shown("a\\x1b" + chr(0xFFFF))
    'a\\\\x1b\ufffd'
    """
    return NO_XML.sub("\ufffd", harmless(text))


def fitted(svg: str, says: str) -> str:
    """An SVG of Vega as it may stand in a page that allows no styles, scripts and addresses in it.

    >>> fitted('<svg xmlns="http://www.w3.org/2000/svg" width="9" class="a"><path onclick="b" d="M0,0h1"/></svg>', "c")
    '<svg width="9" role="group" aria-label="c"><path d="M0,0h1"/></svg>'
    """
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter()):
        if element.tag not in DRAWN or _empty(element):
            element.getparent().remove(element)
    for element in root.iter():
        _fit(element)
    _unlike(root, sha256(says.encode()).hexdigest()[:8])
    root.set("role", "group")
    root.set("aria-label", shown(says))
    _flatten(root)
    for element in root.iter():
        element.tag = etree.QName(element).localname
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _empty(element: etree._Element) -> bool:
    """Whether an element draws nothing."""
    return element.get("display") == "none" or (element.tag == f"{SVG}path" and element.get("d") in NOTHING)


def _fit(element: etree._Element) -> None:
    """Keep the drawing; turn the address into a place of the page and the description into a title."""
    place = element.get(HREF, "").rpartition("#")[2]
    says = element.get("aria-label") if element.getparent() is not None and _is_mark(element) else None
    for name in list(element.attrib):
        if name not in KEPT_IN or element.get(name) == "":
            del element.attrib[name]
    if element.tag == f"{SVG}a" and place:
        element.set("href", f"#{place}")
    if says:
        title = etree.SubElement(element, f"{SVG}title")
        title.text = says


def _is_mark(element: etree._Element) -> bool:
    return bool(element.get("role") == "graphics-symbol" and element.tag != f"{SVG}g")


def _unlike(root: etree._Element, name: str) -> None:
    """Give what other drawings of the page may call the same (clip paths) names of its own."""
    for element in root.iter():
        if old := element.get("id"):
            new = f"{old}-{name}"
            element.set("id", new)
            for user in root.iter():
                if user.get("clip-path") == f"url(#{old})":
                    user.set("clip-path", f"url(#{new})")


def _flatten(root: etree._Element) -> None:
    """Leave out groups that neither move, clip nor colour what they hold."""
    for element in reversed(list(root.iter(f"{SVG}g"))):
        parent = element.getparent()
        if parent is None:
            continue
        if len(element) == 0:
            parent.remove(element)
        elif not element.attrib:
            at = parent.index(element)
            for child in reversed(list(element)):
                parent.insert(at + 1, child)
            parent.remove(element)
