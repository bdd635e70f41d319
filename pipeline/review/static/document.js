// The document page: text and cards, keys and buttons put together.

import { Cards } from "./cards.js";
import { help } from "./choose.js";
import { Deciding } from "./deciding.js";
import { action, given, listen, say } from "./page.js";
import { painter as paintedOn } from "./paint.js";
import { Picking, searching } from "./picking.js";
import { Reading } from "./reading.js";
import { Pages } from "./text.js";
import { headers } from "./unsent.js";

const EVERY = 20000;
const HELP = [
  ["Decide", [
    [["Enter"], "accept and go to the next that waits"], [["a"], "accept"], [["e"], "edit"], [["r"], "reject; a number says why"],
    [["u"], "unsure"], [["z"], "undo your last decision here"], [["f"], "you have read the document in full"],
  ]],
  ["Move", [
    [["j", "k"], "next and previous record"], [["l", "h"], "next and previous field"],
    [["]", "["], "next and previous document with something left"], [["d"], "list of documents"],
    [["o"], "live page at the current field"], [["m"], "pairs of names with the current field's"],
  ]],
  ["Select words", [
    [["/"], "search this text; Enter picks the next hit"], [["v"], "select by arrows, from the current quote on"],
    [["n"], "add what is picked as a record"], [["s"], "make it the source of the current field"],
    [["p"], "put it into the record: a member, a unit, a date"], [["x"], "drop the current field"], [["Esc"], "pick nothing"],
  ]],
];

const data = given("data");
const words = given("words");
const [pane, sheet] = [document.getElementById("text"), document.getElementById("sheet")];
const language = sheet.lang;
const here = `/document/${encodeURIComponent(data.document)}`;
const addresses = new Map();

/** What the server says at an address of this document; null when it says nothing. */
async function asked(address) {
  try {
    const response = await fetch(here + address, { headers: headers(data.keeper) });
    return response.ok ? await response.json() : null;
  } catch {
    return null; // The next decision says that the server is away.
  }
}

/** The address of the live page at a run of the text; empty when it cannot be had. */
async function live(start, end) {
  const place = `/live?start=${start}&end=${end}`;
  if (!addresses.has(place)) addresses.set(place, (await asked(place))?.link ?? "");
  return addresses.get(place);
}

const pages = new Pages(data.starts);
const painter = paintedOn(sheet);
const cards = new Cards(document.getElementById("cards"), words.plurals, language, {
  chosen: (id, at) => reading.select(id, at),
  live,
});
const reading = new Reading(data, pages, painter, cards, pane, {
  moved: () => {
    if (picking.picked) picking.set(picking.picked);
    drawActions();
  },
  counted: (left, all) => {
    const place = document.getElementById("left");
    place.textContent = all ? (left ? `${left} of ${all} left` : "all decided") : "no records";
    place.classList.toggle("done", !left);
    drawActions();
  },
});
const picking = new Picking(pages, painter, sheet, document.getElementById("picked"), language, {
  commands: () => {
    const own = reading.record();
    return [
      ["Add a record", "n", () => deciding.add()],
      ...(own ? [[`Source of “${own.fields[reading.field].label}”`, "s", () => deciding.source()]] : []),
      ...(own?.slots.length ? [["Put into it", "p", () => deciding.putIn()]] : []),
    ];
  },
});
const deciding = new Deciding(data, words, reading, picking, language, {
  changed: drawActions,
  asked,
});

/** The buttons below the cards, each with its key. */
function drawActions() {
  const place = document.getElementById("actions");
  const held = place.contains(document.activeElement) ? document.activeElement.textContent : null;
  const none = { disabled: !reading.record() || reading.form !== null };
  const readers = deciding.readBy.join(", ");
  place.replaceChildren(
    action("Accept, next", "Enter", () => deciding.acceptAndGoOn(), { class: "primary", ...none }),
    action("Accept", "a", () => deciding.accept(), none),
    action("Edit", "e", () => deciding.edit(), none),
    action("Reject", "r", () => deciding.reject(), none),
    action("Unsure", "u", () => deciding.doubt(), none),
    action("Add", "n", () => deciding.add()),
    action("Drop field", "x", () => deciding.drop(), { disabled: none.disabled || reading.field === 0 }),
    action("Undo", "z", () => deciding.undo()),
    action(readers ? `Read in full by ${readers}` : "Read in full", "f", () => deciding.readInFull(), { class: readers ? "done" : "" }),
  );
  if (held) [...place.children].find((each) => each.textContent === held)?.focus();
}

const follow = (id) => () => document.getElementById(id).click();
const explain = () => help(HELP);
document.getElementById("help").addEventListener("click", explain);
listen({
  Enter: () => deciding.acceptAndGoOn(),
  a: () => deciding.accept(),
  e: () => deciding.edit(),
  r: () => deciding.reject(),
  u: () => deciding.doubt(),
  n: () => deciding.add(),
  z: () => deciding.undo(),
  f: () => deciding.readInFull(),
  x: () => deciding.drop(),
  s: () => deciding.source(),
  p: () => deciding.putIn(),
  j: () => reading.step(1),
  k: () => reading.step(-1),
  l: () => reading.stepField(1),
  h: () => reading.stepField(-1),
  v: () => picking.begin(reading.place()),
  o: () => document.querySelector(".card.current a.live")?.click(),
  m: () => document.querySelector(".card.current a.names")?.click(),
  d: follow("to-list"),
  "]": follow("next"),
  "[": follow("previous"),
  "?": explain,
  Escape: () => (picking.clear(), say("")),
});

sheet.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed || event.target.closest("a, summary")) return;
  picking.clear();
  const place = pages.pointed(event);
  const hit = place && reading.marks.at(...place, reading.current, reading.field, cards.made);
  if (hit) reading.select(hit.id, hit.field, { scroll: false });
});
/** The record that the address asks for, and the path of one of its fields. */
const wanted = () => location.hash.slice(1).split("&at=").map(decodeURIComponent);
addEventListener("hashchange", () => cards.made.has(wanted()[0]) && reading.select(wanted()[0], reading.fieldAt(...wanted())));
document.addEventListener("visibilitychange", () => deciding.refresh());
addEventListener("pageshow", (event) => event.persisted && deciding.refresh(true));
setInterval(() => deciding.refresh(), EVERY);

searching(document.getElementById("find"), document.getElementById("hits"), pages, painter, picking, (range) => reading.show(range));
reading.open(...wanted());
if (reading.current && deciding.drafts.get(reading.current)) deciding.edit();
deciding.unsent.send();
