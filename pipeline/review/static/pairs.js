// Pairs of names as cards. The current one is open and shows both sides with the sentences that name them.

import { decisions } from "./cards.js";
import { el, key, words } from "./page.js";

const SIGN = { same: "=", different: "≠", unsure: "?" };
const SPOKEN = { same: "is the same as", different: "is another than", unsure: "may be the same as" };
const STANDING = { same: "one thing", different: "two things", unsure: "undecided" };
const MARK = { same: "accepted", different: "rejected", unsure: "unsure" };
const AUTHOR = { rules: "The rules", witnesses: "Two documents" };
const BASIS = { name: "its own name says so", document: "the document is about it" };

/** The language of a name, by its script: names are printed in two. */
const language = (name) => (/[㐀-鿿]/.test(name) ? "zh" : "en");
const named = (name) => words(name, language(name));
/** The page of a document, at the field that names something. */
const address = (each) => `/document/${encodeURIComponent(each.document)}${each.record ? `#${encodeURIComponent(each.record)}&at=${encodeURIComponent(each.path)}` : ""}`;
const several = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

/** The cards of pairs; ``told`` has chosen(id) for what is clicked. */
export class PairCards {
  constructor(place, told) {
    this.place = place;
    this.told = told;
    this.made = new Map();
    /** What was typed as the reason for a judgement, by pair. */
    this.reasons = new Map();
  }

  /** Put pairs at the end. */
  append(pairs) {
    this.place.append(...pairs.map((pair) => this.make(pair)));
  }

  prepend(pair) {
    this.place.prepend(this.make(pair));
  }

  /** Say in place of cards that there are none. */
  empty(...said) {
    this.place.replaceChildren(el("div", { class: "empty" }, said));
  }

  make(pair) {
    const card = el("article", { "data-pair": pair.id, tabindex: "-1" });
    card.addEventListener("click", (event) => event.target.closest("a, button, input, label") || this.told.chosen(pair.id));
    this.made.set(pair.id, card);
    this.draw(pair);
    return card;
  }

  /** Draw a card again; ``sentences`` are those of both sides once they are known, for the current one only. */
  draw(pair, { current = false, pending = null, sentences = null } = {}) {
    const card = this.made.get(pair.id);
    const held = card.contains(document.activeElement) ? document.activeElement : null;
    card.className = `card pair kind-${pair.kind} stands-${pair.verdict}${current ? " current" : ""}`;
    card.setAttribute("aria-label", `${pair.kind}: ${pair.sides[0].name} ${SPOKEN[pair.verdict]} ${pair.sides[1].name}`);
    if (current) card.setAttribute("aria-current", "true");
    else card.removeAttribute("aria-current");
    const kept = current ? card.querySelector(".reason") : null;
    card.replaceChildren(head(pair, pending, current), ...(current ? this.opened(pair, sentences, kept) : []));
    if (held && current) (kept?.contains(held) ? held : card).focus({ preventScroll: true });
  }

  focus(id) {
    this.made.get(id)?.focus({ preventScroll: true });
  }

  opened(pair, sentences, reason) {
    let number = 0;
    return [
      el("div", { class: "sides" }, pair.sides.map((side, at) => el("section", { class: "side", "aria-label": side.name },
        about(side, pair.kind),
        sentences
          ? el("ol", {}, sentences[at].map((each) => sentence(each, ++number)))
          : el("p", { class: "hint" }, "Looking up its sentences…"),
        sentences && !sentences[at].length ? el("p", { class: "hint" }, "No document of the data set names it now.") : null,
        sentences?.[at].length && side.documents > sentences[at].length
          ? el("p", { class: "hint" }, `${several(side.documents - sentences[at].length, "further document")} not shown`)
          : null))),
      el("p", { class: "ruled" }, el("b", {}, AUTHOR[pair.rules.author]), ` say: ${pair.rules.reason}`,
        pair.together && pair.verdict !== "same" ? el("span", { class: "flag" }, "one in the tables, by other names") : null),
      pair.judgements.length ? el("div", { class: "history" }, decisions(pair.judgements), counting(pair)) : null,
      reason ?? this.reason(pair),
    ].filter(Boolean);
  }

  /** Where a reviewer may type why. */
  reason(pair) {
    const input = el("input", { type: "text", maxlength: "1900", placeholder: "why, in your words, if you like", value: this.reasons.get(pair.id) ?? "" });
    input.addEventListener("input", () => this.reasons.set(pair.id, input.value));
    input.addEventListener("keydown", (event) => {
      if (!["Enter", "Escape"].includes(event.key) || event.isComposing) return;
      event.preventDefault();
      this.focus(pair.id);
    });
    return el("label", { class: "reason" }, el("span", {}, "Reason ", key("w")), input);
  }

  /** What was typed as the reason of a pair; it is not asked for again. */
  takeReason(id) {
    const typed = (this.reasons.get(id) ?? "").trim();
    this.reasons.delete(id);
    this.made.get(id)?.querySelector(".reason")?.remove();
    return typed;
  }
}

function head(pair, pending, current) {
  const judged = pair.judgements.length > 0;
  const score = pair.rules.score;
  return el("header", {},
    el("span", { class: `mark ${judged ? MARK[pair.verdict] : "open"}`, "aria-hidden": "true" }),
    el("div", { class: "said" },
      el("span", { class: "kind" }, pair.kind),
      el("span", { class: "name" }, named(pair.sides[0].name)),
      el("span", { class: "sign" }, SIGN[pair.verdict]),
      el("span", { class: "name" }, named(pair.sides[1].name)),
      current ? null : el("span", { class: "summary", title: pair.rules.reason }, pair.rules.reason)),
    el("div", { class: "doubt" },
      pair.differing ? el("span", { class: "badge conflict" }, "judged differently") : null,
      pending ? el("span", { class: "badge pending" }, "sending…") : standing(pair, judged),
      el("span", { class: "certainty", title: "how much alike the names are" }, score.toFixed(2))));
}

function standing(pair, judged) {
  return pair.waits ? null : el("span", { class: `badge ${pair.verdict}` }, STANDING[pair.verdict], judged ? null : `, by ${pair.rules.author}`);
}

/** Who counts, where reviewers said several things. */
function counting(pair) {
  const said = pair.differing ? "The later judgement counts; the former ones stay in the log." : "";
  return el("p", { class: "hint" }, said, said ? " " : "", "The tables follow at the next export or report.");
}

function about(side, kind) {
  const others = side.names.filter((name) => name !== side.name);
  const rows = [
    others.length ? ["also", others.flatMap((name, at) => [at ? " · " : "", named(name)])] : null,
    kind === "person" ? null : ["lies in", side.where ? [words(side.where, "zh"), ` (${BASIS[side.basis]}${side.quote ? ": " : ""}`, side.quote ? named(side.quote) : null, ")"] : ["no text says where"]],
    side.company.length ? ["posts", side.company.flatMap((each, at) => [at ? " · " : "", named(each)])] : null,
    ["named in", [side.documents === side.mentions ? several(side.documents, "document") : `${several(side.documents, "document")}, ${several(side.mentions, "time")}`]],
  ].filter(Boolean);
  return [
    el("h2", {}, named(side.name)),
    el("dl", {}, rows.map(([label, said]) => el("div", {}, el("dt", {}, label), el("dd", {}, said)))),
  ];
}

function sentence(each, number) {
  const [before, quote, behind] = each.text;
  const told = [each.publisher, each.published].filter(Boolean).join(" · ");
  return el("li", {},
    each.context.map((passage) => el("p", { class: "leans", lang: each.language, dir: "auto" }, passage)),
    el("blockquote", { lang: each.language, dir: "auto" }, before, el("mark", {}, quote), behind),
    el("p", { class: "from" },
      el("a", { href: address(each), "data-number": String(number) }, words(each.title, each.language), number < 10 ? [" ", key(String(number))] : null),
      told ? [" ", words(told, each.language)] : null));
}
