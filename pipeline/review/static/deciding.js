// Decisions on a document: what is sent for each, and what becomes of the server's answers.

import * as choose from "./choose.js";
import { Drafts } from "./drafts.js";
import { EditForm } from "./edit.js";
import { fresh, say, warn } from "./page.js";
import { Unsent } from "./unsent.js";

/** What a reviewer decides. ``told`` has changed() for what is shown of it, and asked(address). */
export class Deciding {
  constructor(data, { kindKeys, reasons }, reading, picking, language, told) {
    Object.assign(this, { data, kindKeys, reasons, reading, picking, language, told });
    this.drafts = new Drafts(data.keeper, data.document);
    ({ last: this.last, readBy: this.readBy, readSeen: this.readSeen } = data);
    this.unsent = new Unsent(data.keeper, {
      done: (item, answer) => this.done(item, answer),
      overtaken: (item, answer) => this.overtaken(item, answer),
      refused: (item, sentence) => this.refused(item, sentence),
    });
    for (const { body } of this.unsent.items()) if (this.here(body)) reading.sent(body.record, body.what);
  }

  /** Whether something that is sent is about this document. */
  here(body) {
    return body.document === this.data.document;
  }

  body(what, record, seen, more = {}) {
    const { document, reading } = this.data;
    return { key: fresh(), what, document, reading, record, seen, ...more };
  }

  // ---- what is decided

  /** Decide on the current record; whether that could be done. */
  decide(what, more = {}) {
    const own = this.reading.record();
    if (!own) return false;
    if (this.reading.form && what !== "edit") {
      say("This record is being edited: save or leave that first.", { trouble: true });
      return false;
    }
    this.reading.sent(own.id, what);
    this.unsent.add("/decide", this.body(what, own.id, own.seen, more), own.name, what === "edit" ? this.drafts.get(own.id) : null);
    this.drafts.drop(own.id);
    this.reading.form = null;
    this.reading.redraw(own.id);
    this.reading.count();
    return true;
  }

  accept() {
    if (this.decide("accept")) this.reading.stay();
  }

  acceptAndGoOn() {
    if (this.decide("accept")) this.reading.advance();
  }

  doubt() {
    if (this.decide("unsure")) this.reading.advance();
  }

  async reject() {
    const own = this.reading.record();
    if (!own || this.reading.form) return;
    const why = await choose.reject(own.name, this.reasons);
    if (why && this.decide("reject", { why })) this.reading.advance();
    else this.reading.stay();
  }

  /** Add the words that are picked as a record. */
  async add() {
    const picked = this.picking.need();
    const made = picked && (await choose.add(picked, this.kindKeys, this.language));
    if (made) this.unsent.add("/decide", this.body("add", null, [], made), picked.quote);
  }

  change(...changes) {
    if (!this.decide("edit", { changes })) return;
    this.picking.clear();
    this.reading.stay();
  }

  /** Make the words that are picked the source of the current field. */
  source() {
    if (this.reading.form) return this.reading.form.source();
    const [own, picked] = [this.reading.record(), this.picking.need()];
    if (own && picked) this.change({ op: "source", path: own.fields[this.reading.field].path, start: picked.start, end: picked.end });
  }

  /** Put the words that are picked into the current record. */
  async putIn() {
    const [own, picked] = [this.reading.record(), this.picking.need()];
    if (!own || !picked || this.reading.form) return;
    if (!own.slots.length) return say("Nothing can be put into this record.");
    const put = await choose.put(own, picked, this.language);
    if (put) this.change(put);
  }

  drop() {
    const [own, { field, form }] = [this.reading.record(), this.reading];
    if (!own || form) return;
    if (field) return this.change({ op: "drop", path: own.fields[field].path });
    say(`A record is nothing without its ${own.fields[0].label}: reject it with r.`, { trouble: true });
  }

  /** Open the form of the current record, with what was half typed. */
  edit() {
    const { reading, drafts } = this;
    const own = reading.record();
    if (!own || reading.form) return;
    const { seen } = own;
    reading.form = new EditForm(own, drafts.get(own.id), this.language, {
      picked: () => this.picking.need(),
      keep: (draft) => drafts.set(own.id, draft),
      leave: () => this.leave(),
      drop: () => (drafts.drop(own.id), this.leave()),
      save: (changes) => {
        if (!changes.length) return say("Nothing is changed yet; accept the record as it is, or leave.", { trouble: true });
        if (this.decide("edit", { changes, seen })) (this.picking.clear(), reading.stay());
      },
    });
    reading.redraw(own.id);
    this.told.changed();
    reading.form.focus(own.fields[reading.field].path);
  }

  leave() {
    this.reading.form = null;
    this.reading.stay();
  }

  undo() {
    this.unsent.add("/undo", { key: fresh(), document: this.data.document });
  }

  readInFull() {
    this.unsent.add("/decide", this.body("read", null, this.readSeen), "the whole document");
  }

  // ---- what the server answers

  done(item, answer) {
    if (!this.here(item.body)) return;
    const { reading } = this;
    reading.pending.delete(item.body.record);
    const about = reading.record(answer.record)?.name ?? "the document";
    this.take(answer);
    if (item.address === "/undo") {
      say(answer.undone ? `Taken back: your decision on ${about}` : "There is nothing of yours to take back here.");
      if (answer.record && reading.record(answer.record)) reading.select(answer.record);
    } else if (item.body.what === "read") say("Noted: you have read this document in full.");
    else if (item.body.what === "add" && answer.card) this.added(answer.card.id);
  }

  added(id) {
    this.picking.clear();
    this.reading.inside?.add(id);
    this.reading.fill();
    this.reading.select(id);
    say("Added");
  }

  /** Take over what stands now. */
  take(answer) {
    if (answer.reading && answer.reading !== this.data.reading) {
      return warn("This document was read anew since you opened it. Reload the page.");
    }
    for (const name of ["last", "readBy", "readSeen"]) this[name] = answer[name] ?? this[name];
    this.reading.take(answer);
  }

  /** Somebody was quicker: leave what they decided, or send ours again with theirs in view. */
  async overtaken(item, answer) {
    this.reading.pending.delete(item.body.record);
    if (this.here(item.body)) this.take(answer);
    if ((await choose.overtaken(item, answer)) !== "mine") {
      if (this.reading.record(item.body.record)) this.reading.select(item.body.record);
      return;
    }
    this.unsent.over(item, answer);
  }

  refused(item, sentence) {
    this.reading.pending.delete(item.body.record);
    say(`${item.about ? `“${item.about}”: ` : ""}${sentence}`, { trouble: true });
    if (this.here(item.body) && item.draft && !this.drafts.get(item.body.record)) {
      this.drafts.set(item.body.record, item.draft);
      if (this.reading.current === item.body.record) this.edit();
    }
    this.refresh(true);
  }

  /** See what others decided since. */
  async refresh(whole = false) {
    if (document.hidden || this.unsent.items().length) return;
    const answer = await this.told.asked(`/records?last=${whole ? "" : this.last}`);
    if (answer) this.take(answer);
  }
}
