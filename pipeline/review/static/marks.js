// What of the text is cited by which record: painted by kind, and found again where somebody clicks.

const UNMARKED = new Set(["rejected", "gone"]);

/** The order of records in the text. */
export function byPlace(one, other) {
  const [a, b] = [one.fields[0].at[0] ?? [Infinity, 0], other.fields[0].at[0] ?? [Infinity, 0]];
  return a[0] - b[0] || a[1] - b[1];
}

/** The marks of a document's records. */
export class Marks {
  constructor(pages, painter) {
    this.pages = pages;
    this.painter = painter;
    this.byPiece = new Map();
  }

  /** Paint the records by kind. */
  fill(records) {
    const kinds = { group: [], official: [], date: [], count: [], policy: [] };
    this.byPiece.clear();
    for (const record of records) {
      const cited = record.fields.flatMap((field, at) => field.at.map((run) => [run, at]));
      cited.push(...record.also.map((run) => [run, 0]));
      for (const [run, at] of cited) {
        if (!this.byPiece.has(run[0])) this.byPiece.set(run[0], []);
        this.byPiece.get(run[0]).push({ start: run[1], end: run[2], id: record.id, field: at });
        if (!UNMARKED.has(record.status)) kinds[record.kind].push(run);
      }
    }
    for (const [kind, runs] of Object.entries(kinds)) this.painter.set(kind, this.pages.ranges(runs));
  }

  /** Paint the current field strongly, what it leans on lightly. */
  current(record, at) {
    const field = record.fields[at];
    this.painter.set("current", this.pages.ranges(field.at));
    this.painter.set("sentence", this.pages.ranges(field.sentence));
    this.painter.set("context", this.pages.ranges(field.context));
    this.painter.set("basis", this.pages.ranges(field.basis.flatMap((each) => each.at)));
  }

  /** The field that cites a place, the shortest one first; a further click gives the next of them. */
  at(piece, offset, currentId, currentField, shown) {
    const here = (this.byPiece.get(piece) ?? [])
      .filter((each) => each.start <= offset && offset <= each.end && shown.has(each.id))
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const now = here.findIndex((each) => each.id === currentId && each.field === currentField);
    return here[(now + 1) % here.length] ?? null;
  }
}
