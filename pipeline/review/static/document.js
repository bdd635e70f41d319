// One document under review: what is current, what is decided, and how the text and the cards follow each other.

import { Cards } from "./cards.js";
import * as choose from "./choose.js";
import { Drafts } from "./drafts.js";
import { EditForm } from "./edit.js";
import { action, fresh, given, listen, say } from "./page.js";
import { painter as paintedOn } from "./paint.js";
import { Picking, searching } from "./picking.js";
import { Pages } from "./text.js";
import { Unsent } from "./unsent.js";
import { byPlace, Marks } from "./marks.js";

const data = given("data");
const { kindKeys, plurals, reasons } = given("words");
const [pane, sheet] = [document.getElementById("text"), document.getElementById("sheet")];
const trouble = document.getElementById("trouble");
const language = sheet.lang;
const inside = data.inside && new Set(data.inside);
const pages = new Pages(data.starts);
const painter = paintedOn(sheet);
const drafts = new Drafts(data.who, data.document);
const pending = new Map();
const EVERY = 20000;

let records = data.records;
let { last, readBy, readSeen } = data;
let current = null;
let field = 0;
let form = null;

const record = () => records.find((each) => each.id === current) ?? null;
const marks = new Marks(pages, painter);
const cards = new Cards(document.getElementById("cards"), plurals, language, { chosen: (id, at) => select(id, at), live });
const picking = new Picking(pages, painter, sheet, document.getElementById("picked"), language, {
  commands: () => [
    ["Add a record", "n", add],
    ...(record() ? [[`Source of “${record().fields[field]?.label ?? "it"}”`, "s", source]] : []),
    ...(record()?.slots.length ? [["Put into it", "p", putIn]] : []),
  ],
});
const unsent = new Unsent(data.who, { done, overtaken, refused, waiting });

// ---- what is asked of the server

const here = `/document/${encodeURIComponent(data.document)}`;

async function asked(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null; // The next decision says that the server is away.
  }
}

const addresses = new Map();

/** The address of the live page at a run of the text; empty when it cannot be had. */
async function live(start, end) {
  const place = `${start}-${end}`;
  if (!addresses.has(place)) addresses.set(place, (await asked(`${here}/live?start=${start}&end=${end}`))?.link ?? "");
  return addresses.get(place);
}

// ---- what is current

const walk = () => [...cards.made.keys()];

/** Make a record and one of its fields current. */
function select(id, at = 0, { scroll = true, focus = true } = {}) {
  const former = current;
  if (former !== id) {
    form = null;
    current = null;
    if (former) redraw(former);
  }
  current = id;
  const now = record();
  if (!now) return;
  field = Math.min(Math.max(at, 0), now.fields.length - 1);
  redraw(id);
  history.replaceState(null, "", `#${id}`);
  marks.current(now, field);
  const card = cards.made.get(id);
  card.scrollIntoView({ block: "nearest" });
  if (focus && !form) cards.focus(id);
  if (scroll) show(pages.around(now.fields[field].at));
  if (picking.picked) picking.set(picking.picked);
  drawActions();
}

function redraw(id) {
  const own = records.find((each) => each.id === id);
  if (own) cards.redraw(own, pending.get(id), id === current ? field : null, id === current ? form?.form : null);
}

/** Bring a run of the text before the reader's eyes. */
function show(range) {
  if (!range) return;
  range.startContainer.parentElement.closest("details")?.setAttribute("open", "");
  range.startContainer.parentElement.closest("td")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const [own, whole] = [range.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (own.top < whole.top + 48 || own.bottom > whole.bottom - 96) {
    pane.scrollTop += own.top - whole.top - whole.height * 0.35;
  }
}

function step(by) {
  const order = walk();
  const at = order.indexOf(current);
  if (order.length) select(order[at < 0 ? 0 : Math.min(Math.max(at + by, 0), order.length - 1)]);
}

function stepField(by) {
  const now = record();
  if (now) select(current, field + by);
}

/** Go to the next record that waits; to the one behind this when none does. */
function advance() {
  const order = walk();
  const at = order.indexOf(current);
  const waits = (id) => id !== current && records.find((each) => each.id === id).waits;
  const next = [...order.slice(at + 1), ...order.slice(0, at)].find(waits);
  if (next) select(next);
  else {
    select(current, field, { scroll: false });
    say("Nothing is left to do here: ] opens the next document, f says that you have read this one in full.");
  }
}

// ---- deciding

function decide(what, extra = {}) {
  const own = record();
  if (!own) return false;
  if (form && what !== "edit") {
    say("This record is being edited: save or leave that first.", { trouble: true });
    return false;
  }
  const body = { key: fresh(), what, document: data.document, reading: data.reading, record: own.id, seen: own.seen, ...extra };
  pending.set(own.id, what);
  own.waits = false;
  unsent.add("/decide", body, own.name, what === "edit" ? drafts.get(own.id) : null);
  drafts.drop(own.id);
  form = null;
  redraw(own.id);
  count();
  return true;
}

const accept = () => decide("accept") && select(current, field, { scroll: false });
const acceptAndNext = () => decide("accept") && advance();
const doubt = () => decide("unsure") && advance();

async function reject() {
  if (!record() || form) return;
  const why = await choose.reject(record().name, reasons);
  if (why && decide("reject", { why })) advance();
  else select(current, field, { scroll: false });
}

async function add() {
  const picked = picking.need();
  if (!picked) return;
  const made = await choose.add(picked, kindKeys, language);
  if (!made) return;
  const body = { key: fresh(), what: "add", document: data.document, reading: data.reading, record: null, seen: [], ...made };
  unsent.add("/decide", body, picked.quote);
}

function change(...changes) {
  if (!decide("edit", { changes })) return;
  picking.clear();
  select(current, field, { scroll: false });
}

function source() {
  if (form) return form.source();
  const [own, picked] = [record(), picking.need()];
  if (own && picked) change({ op: "source", path: own.fields[field].path, start: picked.start, end: picked.end });
}

async function putIn() {
  const [own, picked] = [record(), picking.need()];
  if (!own || !picked) return;
  if (!own.slots.length) return say("Nothing can be put into this record.");
  const put = await choose.put(own, picked, language);
  if (put) change(put);
}

function drop() {
  const own = record();
  if (!own || form) return;
  if (field === 0) return say(`A record is nothing without its ${own.fields[0].label}: reject it with r.`, { trouble: true });
  change({ op: "drop", path: own.fields[field].path });
}

function edit() {
  const own = record();
  if (!own || form) return;
  const seen = own.seen;
  form = new EditForm(own, drafts.get(own.id), language, {
    picked: () => picking.need(),
    keep: (draft) => drafts.set(own.id, draft),
    leave: () => closeForm(),
    drop: () => (drafts.drop(own.id), closeForm()),
    save: (changes) => {
      if (!changes.length) return say("Nothing is changed yet; accept the record as it is, or leave.", { trouble: true });
      if (decide("edit", { changes, seen })) {
        picking.clear();
        select(own.id, field, { scroll: false });
      }
    },
  });
  redraw(own.id);
  drawActions();
  form.focus(own.fields[field].path);
}

function closeForm() {
  form = null;
  select(current, field, { scroll: false });
}

function undo() {
  unsent.add("/undo", { key: fresh(), document: data.document });
}

function readInFull() {
  const body = { key: fresh(), what: "read", document: data.document, reading: data.reading, record: null, seen: readSeen };
  unsent.add("/decide", body, "the whole document");
}

// ---- what the server answers

function done(item, answer) {
  if (item.body.document !== data.document) return;
  pending.delete(item.body.record);
  const about = records.find((each) => each.id === answer.record)?.name ?? "the document";
  if (item.address === "/undo") say(answer.undone ? `Taken back: your decision on ${about}` : "There is nothing of yours to take back here.");
  take(answer);
  if (item.body.what === "read") say("Noted: you have read this document in full.");
  if (item.body.what === "add" && answer.card) {
    picking.clear();
    inside?.add(answer.card.id);
    refill();
    select(answer.card.id);
    say("Added");
  }
  if (answer.record && records.some((each) => each.id === answer.record)) select(answer.record);
}

/** Take over what stands now. */
function take(answer) {
  if (answer.reading && answer.reading !== data.reading) return tell("This document was read anew since you opened it. Reload the page.");
  last = answer.last ?? last;
  readBy = answer.readBy ?? readBy;
  readSeen = answer.readSeen ?? readSeen;
  if (answer.records) {
    records = answer.records;
    refill();
  } else if (answer.card) {
    const { card } = answer;
    const at = records.findIndex((each) => each.id === card.id);
    if (at < 0) records = [...records, card].sort(byPlace);
    else records[at] = card;
    redraw(card.id);
  }
  for (const id of pending.keys()) {
    const own = records.find((each) => each.id === id);
    if (own) own.waits = false;
  }
  marks.fill(records);
  if (record()) marks.current(record(), field = Math.min(field, record().fields.length - 1));
  count();
}

function refill() {
  const held = document.activeElement;
  cards.fill(records, inside, pending);
  if (!record()) [current, form] = [null, null];
  if (!current) return;
  redraw(current);
  if (form?.form.contains(held)) held.focus({ preventScroll: true });
  else if (held?.classList.contains("field")) cards.focus(current);
}

async function overtaken(item, answer) {
  pending.delete(item.body.record);
  if (item.body.document === data.document) take(answer);
  if ((await choose.overtaken(item, answer)) !== "mine") {
    if (records.some((each) => each.id === item.body.record)) select(item.body.record);
    return;
  }
  const seen = answer.decisions.map((each) => each.id);
  const anew = { ...item.body, key: fresh(), seen };
  const theirsIsAnother = answer.decisions.some((each) => ["edited", "added"].includes(each.what));
  if (anew.what === "edit" || (anew.what === "accept" && theirsIsAnother)) {
    Object.assign(anew, { what: "edit", take: item.body.take ?? item.body.seen.at(-1) ?? 0 });
  }
  unsent.add(item.address, anew, item.about);
}

function refused(item, sentence) {
  pending.delete(item.body.record);
  say(`${item.about ? `“${item.about}”: ` : ""}${sentence}`, { trouble: true });
  if (item.body.document === data.document && item.draft && !drafts.get(item.body.record)) {
    drafts.set(item.body.record, item.draft);
    if (current === item.body.record) edit();
  }
  refresh(true);
}

function waiting(number, why) {
  if (!number) return tell("");
  tell(`${number} decision${number === 1 ? " is" : "s are"} kept in this browser and not sent yet: ${why}.`);
}

function tell(sentence) {
  trouble.textContent = sentence;
  trouble.hidden = !sentence;
}

/** See what others decided since. */
async function refresh(whole = false) {
  if (document.hidden || unsent.items().length) return;
  const answer = await asked(`${here}/records?last=${whole ? "" : last}`);
  if (answer) take(answer);
}

// ---- what is shown around the cards

function count() {
  const own = records.filter((each) => !inside || inside.has(each.id));
  const left = own.filter((each) => each.waits).length;
  const place = document.getElementById("left");
  place.textContent = own.length ? (left ? `${left} of ${own.length} left` : "all decided") : "no records";
  place.classList.toggle("done", !left);
  cards.recount(records, inside);
  drawActions();
}

function drawActions() {
  const place = document.getElementById("actions");
  const held = place.contains(document.activeElement) ? document.activeElement.textContent : null;
  const none = { disabled: !record() || form !== null };
  place.replaceChildren(
    action("Accept, next", "Enter", acceptAndNext, { class: "primary", ...none }),
    action("Accept", "a", accept, none),
    action("Edit", "e", edit, none),
    action("Reject", "r", reject, none),
    action("Unsure", "u", doubt, none),
    action("Add", "n", add),
    action("Drop field", "x", drop, { disabled: none.disabled || field === 0 }),
    action("Undo", "z", undo),
    action(readBy.length ? `Read in full by ${readBy.join(", ")}` : "Read in full", "f", readInFull, { class: readBy.length ? "done" : "" }),
  );
  if (held) [...place.children].find((each) => each.textContent === held)?.focus();
}

function help() {
  choose.help([
    ["Decide", [
      [["Enter"], "accept and go to the next that waits"], [["a"], "accept"], [["e"], "edit"], [["r"], "reject; a number says why"],
      [["u"], "unsure"], [["z"], "undo your last decision here"], [["f"], "you have read the document in full"],
    ]],
    ["Move", [
      [["j", "k"], "next and previous record"], [["l", "h"], "next and previous field"], [["]", "["], "next and previous document with something left"],
      [["d"], "list of documents"], [["o"], "live page at the current field"],
    ]],
    ["Select words", [
      [["/"], "search this text; Enter picks the next hit"], [["v"], "select by arrows, from the current quote on"],
      [["n"], "add what is picked as a record"], [["s"], "make it the source of the current field"],
      [["p"], "put it into the record: a member, a unit, a date"], [["x"], "drop the current field"], [["Esc"], "pick nothing"],
    ]],
  ]);
}

const follow = (id) => () => document.getElementById(id).click();
document.getElementById("help").addEventListener("click", help);
listen({
  Enter: acceptAndNext, a: accept, e: edit, r: reject, u: doubt, n: add, z: undo, f: readInFull, x: drop, s: source, p: putIn,
  j: () => step(1), k: () => step(-1), J: () => stepField(1), K: () => stepField(-1), l: () => stepField(1), h: () => stepField(-1),
  v: () => picking.begin(record() && pages.around(record().fields[field].at)),
  o: () => document.querySelector(".card.current a.live")?.click(),
  d: follow("to-list"), "]": follow("next"), "[": follow("previous"),
  "?": help,
  Escape: () => (picking.clear(), say("")),
});
sheet.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed || event.target.closest("a, summary")) return;
  picking.clear();
  const place = pages.pointed(event);
  const hit = place && marks.at(...place, current, field, cards.made);
  if (hit) select(hit.id, hit.field, { scroll: false });
});
addEventListener("hashchange", () => cards.made.has(location.hash.slice(1)) && select(location.hash.slice(1)));
document.addEventListener("visibilitychange", () => refresh());
addEventListener("pageshow", (event) => event.persisted && refresh(true));
setInterval(() => refresh(), EVERY);

function open() {
  for (const { body } of unsent.items()) if (body.document === data.document && body.record) pending.set(body.record, body.what);
  records.filter((each) => pending.has(each.id)).forEach((each) => (each.waits = false));
  cards.fill(records, inside, pending);
  marks.fill(records);
  count();
  searching(document.getElementById("find"), document.getElementById("hits"), pages, painter, picking, show);
  const order = walk();
  const wanted = decodeURIComponent(location.hash.slice(1));
  const first = order.find((id) => id === wanted) ?? order.find((id) => records.find((each) => each.id === id).waits) ?? order[0];
  if (first) select(first);
  if (first && drafts.get(first)) edit();
  unsent.send();
}

open();
