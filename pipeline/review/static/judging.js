// Judging pairs of names: which is current, what is sent for each, and what becomes of the server's answers.

import * as choose from "./choose.js";
import { fresh, say } from "./page.js";
import { headers, Unsent } from "./unsent.js";

const AHEAD = 12;
const SAID = { same: "One thing", different: "Two things", unsure: "Left undecided" };

/** Pairs as a reviewer goes through them. ``told`` has changed() for what is shown elsewhere. */
export class Judging {
  constructor(data, cards, query, told) {
    Object.assign(this, { data, cards, query, told, pairs: new Map(), sentences: new Map(), pending: new Map() });
    ({ counts: this.counts, last: this.last, behind: this.behind, since: this.since, comparing: this.comparing } = data);
    this.current = null;
    this.unsent = new Unsent(data.keeper, {
      done: (item, answer) => this.done(item, answer),
      overtaken: (item, answer) => this.overtaken(item, answer),
      refused: (item, sentence) => this.refused(item, sentence),
    });
    for (const { body } of this.unsent.items()) if (body.record) this.pending.set(body.record, body.what);
    this.add(data.pairs);
  }

  /** Take in pairs that follow those that are there. */
  add(pairs) {
    const known = pairs.filter((pair) => !this.pairs.has(pair.id));
    for (const pair of known) this.pairs.set(pair.id, pair);
    this.cards.append(known);
    for (const pair of known) if (this.pending.has(pair.id)) this.redraw(pair.id);
  }

  /** A pair by its name, the current one without; null for none. */
  pair(id = this.current) {
    return this.pairs.get(id) ?? null;
  }

  order() {
    return [...this.cards.made.keys()];
  }

  redraw(id) {
    const [pair, current] = [this.pair(id), id === this.current];
    if (pair) this.cards.draw(pair, { current, pending: this.pending.get(id), sentences: current ? this.sentences.get(id) : null });
  }

  /** Make a pair current, look up its sentences and those of the one behind it. */
  select(id) {
    const former = this.current;
    this.current = id;
    if (former && former !== id) this.redraw(former);
    this.redraw(id);
    this.cards.made.get(id).scrollIntoView({ block: "nearest" });
    this.cards.focus(id);
    const shown = new URLSearchParams(this.query);
    shown.set("at", id);
    history.replaceState(null, "", `/names?${shown}`);
    const order = this.order();
    const at = order.indexOf(id);
    this.lookUp(id).then(() => at + 1 < order.length && this.lookUp(order[at + 1]));
    if (order.length - at < AHEAD) this.further();
    this.told.changed();
  }

  /** Look up the sentences of both sides of a pair. */
  async lookUp(id) {
    if (this.sentences.has(id)) return;
    const answer = await this.asked(`/names/pair/${id}`);
    if (!answer) return;
    this.sentences.set(id, answer.sides);
    if (id === this.current) {
      this.redraw(id);
      this.cards.made.get(id).scrollIntoView({ block: "nearest" });
    }
  }

  /** Get the pairs that follow. */
  async further() {
    if (!this.behind || this.fetching) return;
    this.fetching = true;
    const asked = new URLSearchParams(this.query);
    asked.set("behind", this.behind);
    const answer = await this.asked(`/names/list?${asked}`);
    this.fetching = false;
    if (!answer) return;
    this.behind = answer.behind;
    this.add(answer.pairs);
  }

  async asked(address) {
    try {
      const response = await fetch(address, { headers: headers(this.data.keeper) });
      return response.ok ? await response.json() : null;
    } catch {
      return null; // The next judgement says that the server is away.
    }
  }

  step(by) {
    const order = this.order();
    const at = order.indexOf(this.current);
    if (order.length) this.select(order[at < 0 ? 0 : Math.min(Math.max(at + by, 0), order.length - 1)]);
  }

  /** Go to the next pair that is still to be looked at: one in doubt where these are shown. */
  advance() {
    const order = this.order();
    const behind = order.slice(order.indexOf(this.current) + 1);
    const next = behind.find((id) => !this.pending.has(id) && (this.pair(id).waits || !this.pair(this.current).doubted));
    if (next) return this.select(next);
    this.select(this.current);
    say(this.behind ? "More pairs are on their way: j goes on." : "These were all pairs that you asked for.");
  }

  // ---- what is judged

  judge(what) {
    const pair = this.pair();
    if (!pair) return;
    const body = { key: fresh(), what, record: pair.id, first: pair.sides[0].signature, second: pair.sides[1].signature, seen: pair.seen, why: this.cards.takeReason(pair.id) };
    pair.doubted = pair.waits;
    this.pending.set(pair.id, what);
    this.unsent.add("/names/judge", body, `${pair.sides[0].name} / ${pair.sides[1].name}`);
    this.redraw(pair.id);
    this.advance();
  }

  undo() {
    this.unsent.add("/names/undo", { key: fresh() });
  }

  /** Have all names compared anew, with what was decided since. */
  async again() {
    try {
      const sent = { method: "POST", headers: headers(this.data.keeper), body: JSON.stringify({ key: fresh() }) };
      const response = await fetch("/names/compare", sent);
      const answer = await response.json();
      if (response.ok) this.take(answer);
      else say(answer.error, { trouble: true });
    } catch {
      say("The server does not answer: names are not compared anew.", { trouble: true });
    }
  }

  // ---- what the server answers

  done(item, answer) {
    this.pending.delete(item.body.record);
    if (!item.address.startsWith("/names")) return;
    this.take(answer);
    const pair = this.pair(answer.record) ?? answer.card;
    const names = pair ? `${pair.sides[0].name} / ${pair.sides[1].name}` : "two names";
    if (item.address !== "/names/undo") {
      if (this.pair(item.body.record)) say(`${SAID[item.body.what]}: ${names}`);
      return;
    }
    say(answer.undone ? `Taken back: your judgement on ${names}` : "There is nothing of yours to take back here.");
    if (!answer.undone || !pair) return;
    if (!this.pairs.has(pair.id)) {
      this.pairs.set(pair.id, pair);
      this.cards.prepend(pair);
    }
    this.select(pair.id);
  }

  /** Take over what stands now. */
  take(answer) {
    for (const name of ["counts", "last", "since", "comparing"]) this[name] = answer[name] ?? this[name];
    const found = [...(answer.pairs ?? []), answer.card ?? (answer.record && this.bare(answer.record))];
    for (const pair of found) if (pair && this.pairs.has(pair.id)) this.put(pair);
    this.told.changed();
  }

  /** Put a pair in the place of the one that was; one that the server has not compared yet keeps its sides. */
  put(pair) {
    const { verdict, waits, differing, seen, judgements } = pair;
    this.pairs.set(pair.id, pair.known ? pair : { ...this.pairs.get(pair.id), verdict, waits, differing, seen, judgements });
    this.redraw(pair.id);
  }

  /** A pair of this page as it is without judgements; null for another one. */
  bare(id) {
    const own = this.pair(id);
    return own && { ...own, verdict: own.rules.verdict, waits: own.rules.verdict === "unsure", differing: false, seen: [], judgements: [] };
  }

  /** Somebody was quicker: leave what they judged, or send ours again with theirs in view. */
  async overtaken(item, answer) {
    this.pending.delete(item.body.record);
    if (item.address.startsWith("/names")) await this.refresh();
    if ((await choose.overtaken(item, answer)) === "mine") {
      this.pending.set(item.body.record, item.body.what);
      this.unsent.over(item, answer);
    }
    this.redraw(item.body.record);
  }

  refused(item, sentence) {
    this.pending.delete(item.body.record);
    say(`${item.about ? `“${item.about}”: ` : ""}${sentence}`, { trouble: true });
    this.redraw(item.body.record);
  }

  /** See what others judged since, and how far comparing is. */
  async refresh() {
    const answer = await this.asked(`/names/state?last=${this.last}`);
    if (answer) this.take(answer);
  }
}
