// A document as it is read: its records as they stand, the current one and its current field, cards and marks of both.

import { byPlace, Marks } from "./marks.js";
import { say } from "./page.js";

/** What stands and what is current. ``told`` has moved() and counted(left, all) for what is shown elsewhere. */
export class Reading {
  constructor(data, pages, painter, cards, pane, told) {
    Object.assign(this, { pages, cards, pane, told });
    this.records = data.records;
    this.inside = data.inside && new Set(data.inside);
    this.marks = new Marks(pages, painter);
    /** Records with a decision that is not answered yet, with what it says. */
    this.pending = new Map();
    this.current = null;
    this.field = 0;
    this.form = null;
  }

  /** A record by its id, the current one without; null for none. */
  record(id = this.current) {
    return this.records.find((each) => each.id === id) ?? null;
  }

  /** The places of the current field, as a range; null for none. */
  place() {
    const own = this.record();
    return own && this.pages.around(own.fields[this.field].at);
  }

  /** The ids of the records in the order of the cards. */
  order() {
    return [...this.cards.made.keys()];
  }

  /** Make a record and one of its fields current. */
  select(id, at = 0, { scroll = true } = {}) {
    const former = this.current;
    if (former !== id) {
      [this.form, this.current] = [null, null];
      if (former) this.redraw(former);
    }
    this.current = id;
    const now = this.record();
    if (!now) return;
    this.field = Math.min(Math.max(at, 0), now.fields.length - 1);
    this.redraw(id);
    history.replaceState(null, "", `#${id}`);
    this.marks.current(now, this.field);
    this.cards.made.get(id).scrollIntoView({ block: "nearest" });
    if (!this.form) this.cards.focus(id);
    if (scroll) this.show(this.place());
    this.told.moved();
  }

  /** Show the current record as it is by now, and leave the text where it is. */
  stay() {
    this.select(this.current, this.field, { scroll: false });
  }

  redraw(id) {
    const [own, current] = [this.record(id), id === this.current];
    if (own) this.cards.redraw(own, this.pending.get(id), current ? this.field : null, current ? this.form?.form : null);
  }

  /** Bring a run of the text before the reader's eyes. */
  show(range) {
    if (!range) return;
    const element = range.startContainer.parentElement;
    element.closest("details")?.setAttribute("open", "");
    element.closest("td")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const [own, whole] = [range.getBoundingClientRect(), this.pane.getBoundingClientRect()];
    if (own.top < whole.top + 48 || own.bottom > whole.bottom - 96) {
      this.pane.scrollTop += own.top - whole.top - whole.height * 0.35;
    }
  }

  step(by) {
    const order = this.order();
    const at = order.indexOf(this.current);
    if (order.length) this.select(order[at < 0 ? 0 : Math.min(Math.max(at + by, 0), order.length - 1)]);
  }

  stepField(by) {
    if (this.record()) this.select(this.current, this.field + by);
  }

  /** Go to the next record that waits, from the top again after the last. */
  advance() {
    const order = this.order();
    const at = order.indexOf(this.current);
    const next = [...order.slice(at + 1), ...order.slice(0, at)].find((id) => this.record(id).waits);
    if (next) return this.select(next);
    this.stay();
    say("Nothing is left to do here: ] opens the next document, f says that you have read this one in full.");
  }

  /** Take note of a decision that is on its way; no id for one on no record of the page. */
  sent(id, what) {
    if (!id) return;
    this.pending.set(id, what);
    const own = this.record(id);
    if (own) own.waits = false;
  }

  /** Take over what the server says stands: all records, or one card. */
  take({ records, card }) {
    if (records) {
      this.records = records;
      this.fill();
    } else if (card) {
      const at = this.records.findIndex((each) => each.id === card.id);
      if (at < 0) this.records = [...this.records, card].sort(byPlace);
      else this.records[at] = card;
      this.redraw(card.id);
    }
    for (const [id, what] of this.pending) this.sent(id, what);
    this.marks.fill(this.records);
    const own = this.record();
    if (own) this.marks.current(own, (this.field = Math.min(this.field, own.fields.length - 1)));
    this.count();
  }

  /** Lay the cards out anew; the keyboard's focus stays where it is. */
  fill() {
    const held = document.activeElement;
    this.cards.fill(this.records, this.inside, this.pending);
    if (!this.record()) [this.current, this.form] = [null, null];
    if (!this.current) return;
    this.redraw(this.current);
    if (this.form?.form.contains(held)) held.focus({ preventScroll: true });
    else if (held?.classList.contains("field")) this.cards.focus(this.current);
  }

  count() {
    const own = this.records.filter((each) => !this.inside || this.inside.has(each.id));
    this.cards.recount(this.records, this.inside);
    this.told.counted(own.filter((each) => each.waits).length, own.length);
  }

  /** The number of a record's field by its path; 0 for none. */
  fieldAt(id, path) {
    return Math.max(0, this.record(id)?.fields.findIndex((each) => each.path === path) ?? 0);
  }

  /** Show the records for the first time: the wanted one at the wanted field, else the first that waits. */
  open(wanted, path) {
    this.cards.fill(this.records, this.inside, this.pending);
    this.marks.fill(this.records);
    this.count();
    const order = this.order();
    const first = order.find((id) => id === wanted) ?? order.find((id) => this.record(id).waits) ?? order[0];
    if (first) this.select(first, first === wanted ? this.fieldAt(first, path) : 0);
  }
}
