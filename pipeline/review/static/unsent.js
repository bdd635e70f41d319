// Decisions on their way to the server. Each is kept in this browser until the server has answered, and is sent again
// with the same key, so that it is logged once.

import { fresh, warn } from "./page.js";

const LATER = [1000, 2000, 5000, 10000];
const KEEPALIVE = 60000;
const FINAL = (status) => status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);

/** What is said of a decision beside it: whose page sends it, as the browser's cookie may be somebody else's by now. */
export const headers = (keeper) => ({ "Content-Type": "application/json", Accept: "application/json", "Communique-Keeper": keeper });

const prefix = (keeper) => `communique:unsent:${keeper}:`;

/** The decisions that this browser keeps for a reviewer of a data set, oldest first. */
export function kept(keeper) {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix(keeper)));
  return names.sort().map((name) => ({ name, ...JSON.parse(localStorage.getItem(name)) }));
}

/**
 * The decisions of one reviewer that are not answered yet, oldest first.
 * ``told`` has done(item, answer), overtaken(item, answer) and refused(item, sentence).
 */
export class Unsent {
  constructor(keeper, told) {
    this.keeper = keeper;
    this.told = told;
    this.sending = false;
    this.failures = 0;
    this.timer = 0;
    this.count = 0;
    addEventListener("online", () => this.send());
    addEventListener("focus", () => this.send());
  }

  /** Keep a decision and send it; ``about`` names its record, ``draft`` is the edit as it was typed. */
  add(address, body, about = "", draft = null) {
    const turn = `${Date.now().toString(36).padStart(9, "0")}-${(this.count++).toString(36).padStart(4, "0")}`;
    const item = { name: `${prefix(this.keeper)}${turn}:${body.key}`, address, body, about, draft };
    this.keep(item);
    this.send();
    return item;
  }

  /** Send a decision again, with what somebody else decided meanwhile in view. */
  over(item, answer) {
    const anew = { ...item.body, key: fresh(), seen: answer.decisions.map((each) => each.id) };
    const changed = answer.decisions.some((each) => ["edited", "added"].includes(each.what));
    if (anew.what === "edit" || (anew.what === "accept" && changed)) {
      Object.assign(anew, { what: "edit", take: item.body.take ?? item.body.seen.at(-1) ?? 0 });
    }
    this.add(item.address, anew, item.about);
  }

  keep({ name, ...item }) {
    localStorage.setItem(name, JSON.stringify(item));
  }

  /** What is kept, oldest first. */
  items() {
    return kept(this.keeper);
  }

  /** Send what is kept, one after the other. */
  async send() {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (let [item] = this.items(); item; [item] = this.items()) {
        if (!(await this.one(item))) {
          this.timer = setTimeout(() => this.send(), LATER[Math.min(this.failures++, LATER.length - 1)]);
          return;
        }
        this.failures = 0;
      }
      warn("");
    } finally {
      this.sending = false;
    }
  }

  /** Send one; whether the server has answered it. */
  async one(item) {
    const body = JSON.stringify(item.body);
    let response, answer;
    try {
      response = await fetch(item.address, {
        method: "POST",
        headers: headers(this.keeper),
        body,
        keepalive: body.length < KEEPALIVE,
      });
      answer = await response.json();
    } catch {
      return this.waits("the server does not answer");
    }
    if (!response.ok && response.status !== 409 && !FINAL(response.status)) {
      return this.waits(answer.error ?? `the server answers ${response.status}`);
    }
    localStorage.removeItem(item.name);
    if (response.ok) {
      this.follow(item, answer);
      this.told.done(item, answer);
    } else if (response.status === 409) this.told.overtaken(item, answer);
    else this.told.refused(item, answer.error ?? `the server answers ${response.status}`);
    return true;
  }

  /** Say how many wait, and why; what was sent is not answered. */
  waits(why) {
    const number = this.items().length;
    warn(number ? `${number} decision${number === 1 ? " is" : "s are"} kept in this browser and not sent yet: ${why}.` : "");
    return false;
  }

  /** What is still to be sent on the same record was decided with this decision in view. */
  follow(item, answer) {
    const record = item.body.record ?? answer.record;
    if (!record) return;
    const cards = answer.card ? [answer.card] : (answer.records ?? []);
    const now = cards.find((card) => card.id === record);
    for (const later of this.items()) {
      if (later.body.record !== record || later.body.document !== item.body.document) continue;
      later.body.seen = now ? now.seen : [];
      this.keep(later);
    }
  }
}
