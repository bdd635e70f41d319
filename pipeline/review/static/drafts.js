// Edits that are half typed: kept in this browser until they are sent or thrown away.

/** The half-typed edits of one reviewer of a data set in one document, by record. */
export class Drafts {
  constructor(keeper, document_) {
    this.prefix = `communique:draft:${keeper}:${document_}:`;
  }

  get(record) {
    const kept = localStorage.getItem(this.prefix + record);
    return kept ? JSON.parse(kept) : null;
  }

  set(record, draft) {
    localStorage.setItem(this.prefix + record, JSON.stringify(draft));
  }

  drop(record) {
    localStorage.removeItem(this.prefix + record);
  }
}
