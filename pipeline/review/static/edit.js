// The form in which a record is edited: values retyped, sources chosen anew, parts dropped and put in, judgements.
// Changes go to the server in an order in which no path moves under the next: drops from the end, lists last.

import { isDate, supposed } from "./dates.js";
import { action, el, key, words } from "./page.js";

/** What a draft is before anything is typed. */
const blank = () => ({ values: {}, sources: {}, dropped: [], put: [], judged: {} });

/**
 * A form for one record. ``told`` has picked() for the words that are selected, save(changes), leave(), keep(draft)
 * and drop(); ``draft`` is what was half typed.
 */
export class EditForm {
  constructor(record, draft, language, told) {
    this.record = record;
    this.draft = { ...blank(), ...draft };
    this.language = language;
    this.told = told;
    this.at = record.fields[0].path;
    this.form = el("form", { class: "edit", autocomplete: "off", "aria-label": `Edit ${record.name}` });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        this.told.leave();
      }
    });
    this.draw();
  }

  draw() {
    this.form.replaceChildren(
      ...this.record.fields.map((field) => this.row(field)),
      ...this.draft.put.map((put, at) => this.putRow(put, at)),
      this.judgements(),
      this.slots(),
      el("div", { class: "buttons" },
        el("button", { type: "submit", class: "primary" }, "Save ", key("Enter")),
        action("Leave", "Esc", () => this.told.leave(), { class: "quiet" }),
        action("Discard", "", () => this.told.drop(), { class: "quiet" })),
    );
  }

  row(field) {
    const dropped = this.draft.dropped.includes(field.path);
    const source = this.draft.sources[field.path];
    const input = el("input", {
      type: "text",
      "aria-label": `Value of ${field.label}`,
      value: this.draft.values[field.path] ?? (source && !this.dated(field.path) ? source.quote : field.value),
      lang: this.language,
      "data-path": field.path,
      disabled: dropped,
      on: {
        focus: () => (this.at = field.path),
        input: () => {
          this.draft.values[field.path] = input.value;
          this.keep();
        },
      },
    });
    return el("div", { class: `edit-row${dropped ? " dropped" : ""}` },
      el("span", { class: "label" }, field.label),
      el("div", { class: "inputs" }, input,
        el("span", { class: `source${source ? " new" : ""}` }, words(source ? source.quote : field.text, this.language))),
      el("div", { class: "tools" },
        action("Source", "s", () => this.source(field.path), { title: "take the selected words as its source" }),
        this.droppable(field) ? action(dropped ? "Keep" : "Drop", "", () => this.toggle(field.path), { class: "quiet" }) : null));
  }

  droppable(field) {
    return field !== this.record.fields[0];
  }

  putRow(put, at) {
    return el("div", { class: "edit-row put" },
      el("span", { class: "label" }, put.label),
      el("div", { class: "inputs" },
        put.value === undefined ? null : el("input", {
          type: "text",
          "aria-label": `Value of ${put.label}`,
          value: put.value,
          placeholder: "2022-08-26",
          on: { input: (event) => ((put.value = event.target.value), this.keep()) },
        }),
        el("span", { class: "source new" }, words(put.quote, this.language))),
      el("div", { class: "tools" }, action("Drop", "", () => {
        this.draft.put.splice(at, 1);
        this.keep();
        this.draw();
      }, { class: "quiet" })));
  }

  judgements() {
    if (!this.record.judged.length) return "";
    return el("div", { class: "judgements" }, this.record.judged.map((each) => el("label", {}, each.label, this.judgement(each))));
  }

  judgement(each) {
    const now = this.draft.judged[each.path] ?? each.value;
    const changed = (event) => {
      this.draft.judged[each.path] = event.target.value;
      this.keep();
    };
    if (!each.choices.length) {
      return el("input", { type: "text", inputmode: "decimal", value: now, "data-path": each.path, on: { input: changed } });
    }
    return el("select", { "data-path": each.path, on: { change: changed } },
      each.choices.map((choice) => el("option", { value: choice, selected: choice === now }, choice)));
  }

  slots() {
    if (!this.record.slots.length) return "";
    return el("div", { class: "slots" }, el("span", { class: "hint" }, "Select words in the text, then put them in as"),
      this.record.slots.map((slot) => action(slot.label, "", () => this.put(slot))));
  }

  /** Take the selected words as the source of a field: the one given, else the one that was worked on last. */
  source(path = this.at) {
    const picked = this.told.picked();
    if (!picked) return;
    this.draft.sources[path] = { start: picked.start, end: picked.end, quote: picked.quote };
    delete this.draft.values[path];
    this.keep();
    this.draw();
    this.focus(path);
  }

  dated(path) {
    return isDate(this.record.kind, path);
  }

  put(slot) {
    const picked = this.told.picked();
    if (!picked) return;
    const { start, end, quote } = picked;
    const value = this.dated(slot.path) ? supposed(quote) : undefined;
    this.draft.put.push({ path: slot.path, label: slot.label, start, end, quote, value });
    this.keep();
    this.draw();
  }

  toggle(path) {
    const at = this.draft.dropped.indexOf(path);
    if (at < 0) this.draft.dropped.push(path);
    else this.draft.dropped.splice(at, 1);
    this.keep();
    this.draw();
  }

  keep() {
    this.told.keep(this.draft);
  }

  focus(path = this.at) {
    const input = this.form.querySelector(`input[data-path="${CSS.escape(path)}"]:not(:disabled)`) ?? this.form.querySelector("input");
    input?.focus();
  }

  save() {
    this.told.save(this.changes());
  }

  /** What is changed, for the server. */
  changes() {
    const changes = [];
    for (const field of this.record.fields) {
      const { path } = field;
      if (this.draft.dropped.includes(path)) continue;
      const [source, typed] = [this.draft.sources[path], this.draft.values[path]];
      if (source) {
        changes.push({ op: "source", path, start: source.start, end: source.end, ...(typed === undefined ? {} : { value: typed }) });
      } else if (typed !== undefined && typed !== field.value) changes.push({ op: "retype", path, value: typed });
    }
    for (const each of this.record.judged) {
      const value = this.draft.judged[each.path];
      if (value !== undefined && value !== each.value) changes.push({ op: "judge", path: each.path, value });
    }
    const puts = this.draft.put.map(({ path, start, end, value }) => ({ op: "put", path, start, end, ...(value ? { value } : {}) }));
    const dropped = this.record.fields.map((field) => field.path).filter((path) => this.draft.dropped.includes(path));
    changes.push(...puts.filter(({ path }) => path.includes("/")));
    changes.push(...dropped.reverse().map((path) => ({ op: "drop", path })));
    changes.push(...puts.filter(({ path }) => !path.includes("/")));
    return changes;
  }
}
