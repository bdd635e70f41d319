// Records as cards. The current one is open and shows its fields; the others are a name and a line.

import { el, key, words } from "./page.js";

const LOW = 0.7;
/** The fields that name a group, school, person or body, and the kinds of record that have them. */
const NAMING = { name: ["group", "official"], alias: ["group"], leader: ["group"], member: ["group"], organisation: ["official"] };

/** The cards of a document; ``told`` has chosen(record, field) for what is clicked, live(start, end) for addresses. */
export class Cards {
  constructor(place, plurals, language, told) {
    this.place = place;
    this.plurals = plurals;
    this.language = language;
    this.told = told;
    this.made = new Map();
  }

  /** Lay out records, grouped by kind, in the order of the text. */
  fill(records, inside, pending) {
    this.made.clear();
    const groups = [];
    for (const [kind, title] of Object.entries(this.plurals)) {
      const own = records.filter((record) => record.kind === kind && (!inside || inside.has(record.id)));
      if (!own.length) continue;
      const list = own.map((record) => this.make(record, pending.get(record.id)));
      const left = own.filter((record) => record.waits).length;
      groups.push(
        el("section", { class: "kind-section", "aria-label": title },
          el("h2", {}, el("span", { class: `dot ${kind}` }), title, el("span", { class: "number", id: `left-${kind}` }, count(left, own.length))),
          list),
      );
    }
    this.place.replaceChildren(...(groups.length ? groups : [empty(inside)]));
  }

  make(record, pending) {
    const card = el("article", { "data-record": record.id, tabindex: "-1", "aria-label": `${record.kind} ${record.name}` });
    card.addEventListener("click", (event) => {
      if (event.target.closest("a, button:not(.field), input, select, form")) return;
      const field = event.target.closest(".field");
      this.told.chosen(record.id, field ? Number(field.dataset.at) : 0);
    });
    this.made.set(record.id, card);
    this.draw(card, record, pending, null);
    return card;
  }

  /** Draw a card again; ``field`` is the number of the current field, null for a card that is not current. */
  redraw(record, pending, field, form = null) {
    const card = this.made.get(record.id);
    if (card) this.draw(card, record, pending, field, form);
  }

  draw(card, record, pending, field, form = null) {
    const current = field !== null;
    const held = card.contains(document.activeElement) ? document.activeElement : null;
    card.className = `card kind-${record.kind} status-${pending ? "pending" : record.status}${current ? " current" : ""}`;
    if (current) card.setAttribute("aria-current", "true");
    else card.removeAttribute("aria-current");
    card.replaceChildren(
      el("header", {},
        el("span", { class: `mark ${record.status}`, "aria-hidden": "true" }),
        el("div", { class: "said" },
          el("span", { class: "name" }, words(record.name, this.language)),
          current || !record.summary ? null : el("span", { class: "summary", title: record.summary }, words(record.summary, this.language)),
          flags(record.flags)),
        el("div", { class: "doubt" }, badge(record, pending), certainty(record.confidence))),
      ...(current ? this.opened(record, field, form) : []),
    );
    if (held && form?.contains(held)) held.focus({ preventScroll: true });
    else if (held && current && !form) this.focus(record.id);
  }

  /** Put the keyboard's focus on the current field of a card. */
  focus(id) {
    this.made.get(id)?.querySelector(".field[aria-current]")?.focus({ preventScroll: true });
  }

  opened(record, field, form) {
    if (form) return [form];
    return [
      el("div", { class: "fields" }, record.fields.map((each, at) => this.field(each, at, at === field, record.kind))),
      judged(record),
      history(record),
    ].filter(Boolean);
  }

  field(each, at, current, kind) {
    const differs = each.shown !== each.text;
    const row = el("div", { class: `row${current ? " current" : ""}` },
      el("button", {
        type: "button",
        class: "field",
        "data-at": String(at),
        "data-path": each.path,
        tabindex: current ? "0" : "-1",
        "aria-current": current ? "true" : null,
      },
      el("span", { class: "label" }, each.label),
      el("span", { class: "quote" }, words(each.text, this.language),
        differs ? el("span", { class: "value" }, el("span", { class: "for-readers" }, "value"), words(each.shown, this.language)) : null),
      el("span", { class: "doubt" }, flags(each.flags), certainty(each.confidence))));
    if (current) row.append(this.detail(each, kind));
    return row;
  }

  detail(each, kind) {
    return el("div", { class: "detail" },
      el("span", { class: "rule", title: "the rule that made this value" }, each.rule),
      each.basis.map((one) => el("span", { class: "basis" }, one.why)),
      el("span", { class: "space" }),
      NAMING[each.label]?.includes(kind) ? names(each) : null,
      each.place ? this.live(each) : null);
  }

  /** A link to the live page at a field; its address is asked for when it is shown. */
  live(each) {
    const link = el("a", { class: "live", target: "_blank", rel: "noopener noreferrer", hidden: true }, "live page ", key("o"));
    this.told.live(...each.place).then((address) => {
      if (!/^https?:\/\//i.test(address)) return;
      link.href = address;
      link.hidden = false;
    });
    return link;
  }

  /** Say how many are left of a kind. */
  recount(records, inside) {
    for (const kind of Object.keys(this.plurals)) {
      const own = records.filter((record) => record.kind === kind && (!inside || inside.has(record.id)));
      const place = document.getElementById(`left-${kind}`);
      if (place) place.textContent = count(own.filter((record) => record.waits).length, own.length);
    }
  }
}

/** A link to the pairs of names that have a field's. */
function names(each) {
  return el("a", { class: "names", href: `/names?${new URLSearchParams({ show: "all", q: each.shown })}` }, "names ", key("m"));
}

/** Decisions as lines: who, what, when, why. */
export function decisions(list) {
  return list.map((each) => el("p", { class: "decision" },
    el("b", {}, words(each.who)), " ", el("span", { class: `badge ${each.what}` }, each.what), " ",
    el("time", {}, each.at), each.why ? el("span", { class: "why" }, words(each.why)) : null));
}

function history(record) {
  if (!record.decisions.length) return null;
  const said = record.status === "conflict" ? el("p", { class: "hint" }, "These decisions differ; decide here, or choose one under Conflicts.") : null;
  const changed = record.status === "changed" ? el("p", { class: "hint" }, "What was decided is about another reading of this sentence; look again.") : null;
  const gone = record.status === "gone" ? el("p", { class: "hint" }, "The sentence that this cites is no longer in the text.") : null;
  return el("div", { class: "history" }, decisions(record.decisions), said, changed, gone);
}

function judged(record) {
  const said = record.judged.filter((each) => each.value);
  if (!said.length) return null;
  return el("dl", { class: "judged" }, said.map((each) => el("div", {}, el("dt", {}, each.label), el("dd", {}, each.value))));
}

function badge(record, pending) {
  if (pending) return el("span", { class: "badge pending" }, "sending…");
  return record.status === "open" ? null : el("span", { class: `badge ${record.status}` }, record.status);
}

function certainty(confidence) {
  return el("span", { class: `certainty${confidence < LOW ? " low" : ""}`, title: "confidence" }, confidence.toFixed(2));
}

function flags(list) {
  return list.map((flag) => el("span", { class: "flag" }, flag));
}

function count(left, all) {
  return left ? `${left} of ${all} left` : `${all}, all decided`;
}

function empty(inside) {
  return el("div", { class: "empty" },
    el("p", {}, inside ? "Nothing here is in your filter." : "No records were found in this document."),
    el("p", {}, "Select words in the text and press ", key("n"), " to add what is missing, or ", key("f"), " when you have read it in full."));
}
