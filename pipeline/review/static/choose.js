// Dialogs: why a record is rejected, what is added, where words are put, what to do when somebody was quicker.

import { decisions } from "./cards.js";
import { isDate, supposed } from "./dates.js";
import { action, ask, el, key, words } from "./page.js";

const place = document.getElementById("dialog");
const WANTED = { unsure: "leave unsure", same: "say that they are one thing", different: "say that they are two things" };

/** Why a record is rejected: ``reason`` or ``reason: words``; null when it is not. */
export function reject(name, reasons) {
  const free = el("input", { type: "text", id: "free", maxlength: "1900", placeholder: "in your words, if you like" });
  const said = (reason) => (free.value.trim() ? `${reason}: ${free.value.trim()}` : reason);
  const list = Object.entries(reasons);
  const keys = Object.fromEntries(list.map(([reason], at) => [String(at + 1), () => said(reason)]));
  return ask(place, `Reject “${name}”`, (finish) => {
    place.addEventListener("keydown", function write(event) {
      if (!place.open || !place.contains(free)) return place.removeEventListener("keydown", write);
      if (event.key !== "w" || event.target === free) return;
      event.preventDefault();
      free.focus();
    });
    free.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      finish(said("other"));
    });
    return [
      el("ol", { class: "choices" }, list.map(([reason, meaning], at) =>
        el("li", {}, action(meaning, String(at + 1), () => finish(said(reason)))))),
      el("label", { class: "free" }, el("span", {}, "Your words ", key("w"), " (Enter sends them as “something else”)"), free),
    ];
  }, keys);
}

/** What kind of record the selected words are, with its value where it needs one; null when nothing is added. */
export async function add(picked, kindKeys, language) {
  const kinds = Object.entries(kindKeys);
  const kind = await ask(place, "Add a record", (finish) => [
    quoted(picked, language),
    el("ol", { class: "choices" }, kinds.map(([name, letter]) => el("li", {}, action(name, letter, () => finish(name))))),
  ], Object.fromEntries(kinds.map(([name, letter]) => [letter, name])));
  if (!kind) return null;
  const first = { group: "name", official: "name", date: "text", count: "text", policy: "title" }[kind];
  const put = { op: "put", path: first, start: picked.start, end: picked.end };
  const needsNumber = kind === "count" && !/^\D*\d[\d,]*(\.\d+)?\D*$/.test(picked.quote);
  if (!isDate(kind, first) && !needsNumber) return { kind, changes: [put] };
  const value = await valueOf(picked, isDate(kind, first) ? "date" : "number", language);
  return value === null ? null : { kind, changes: [{ ...put, value }] };
}

/** Which part of a record the selected words are; null for none. */
export async function put(record, picked, language) {
  const keys = Object.fromEntries(record.slots.map((slot, at) => [String(at + 1), slot]));
  const slot = await ask(place, `Put into “${record.name}” as`, (finish) => [
    quoted(picked, language),
    el("ol", { class: "choices" }, record.slots.map((each, at) => el("li", {}, action(each.label, String(at + 1), () => finish(each))))),
  ], keys);
  if (!slot) return null;
  const change = { op: "put", path: slot.path, start: picked.start, end: picked.end };
  if (!isDate(record.kind, slot.path)) return change;
  const value = await valueOf(picked, "date", language);
  return value === null ? null : { ...change, value };
}

/** The value of a date or number, typed; null for none. */
function valueOf(picked, form, language) {
  const date = form === "date";
  return ask(place, date ? "Which date is it?" : "Which number is it?", (finish) => {
    const input = el("input", {
      type: "text", id: "value", value: date ? supposed(picked.quote) : "", placeholder: date ? "2022-08-26, 2022-08, 2022 or 2021/2025" : "12000",
      autofocus: true,
    });
    const send = () => input.value.trim() && finish(input.value.trim());
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      send();
    });
    return [quoted(picked, language), el("label", { class: "free" }, date ? "In EDTF" : "In plain digits", input), el("div", { class: "buttons" }, action("Take it", "Enter", send, { class: "primary" }))];
  });
}

/** Somebody was quicker: whether ours is sent over theirs. */
export function overtaken(item, answer) {
  const said = WANTED[item.body.what] ?? item.body.what;
  const theirs = answer.decisions.length
    ? decisions(answer.decisions)
    : [el("p", {}, "The decision that you were shown was taken back.")];
  return ask(place, "Somebody decided meanwhile", (finish) => [
    el("p", {}, "On ", el("b", {}, words(item.about)), " you wanted to ", el("b", {}, said), ". In the meantime:"),
    el("div", { class: "history" }, theirs),
    ...answer.decisions.filter((each) => each.version.length).slice(-1).map((each) => version(each.version)),
    el("ol", { class: "choices" },
      el("li", {}, action("Leave theirs", "1", () => finish("theirs"))),
      el("li", {}, action("Mine, over theirs", "2", () => finish("mine")))),
  ], { 1: "theirs", 2: "mine" });
}

function version(rows) {
  return el("dl", { class: "judged" }, rows.map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, words(value)))));
}

/** Every key of the page. */
export function help(groups) {
  return ask(place, "Keys", () => [
    el("div", { class: "help" }, groups.map(([title, rows]) => el("section", {}, el("h3", {}, title),
      el("dl", {}, rows.map(([keys, meaning]) => el("div", {}, el("dt", {}, keys.flatMap((each) => [key(each), " "])), el("dd", {}, meaning))))))),
  ], { "?": null }, "Close");
}

function quoted(picked, language) {
  return el("blockquote", { lang: language, dir: "auto" }, picked.quote);
}
