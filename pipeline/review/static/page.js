// What every page needs: elements from words (never from markup), the status line, keys, dialogs.

/** An element with properties and children; a child that is no node is text. */
export function el(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") made.className = value;
    else if (key === "on") for (const [event, listen] of Object.entries(value)) made.addEventListener(event, listen);
    else if (key in made && typeof value !== "string") made[key] = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Words of the page's language, set apart from what runs around them. */
export function words(text, language) {
  return el("bdi", language ? { lang: language } : {}, text);
}

export function key(name) {
  return el("kbd", {}, name);
}

/** What the server put into the page. */
export function given(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

const status = document.getElementById("status");
let fading = 0;

/** Say something in the status line; it fades, except a trouble. */
export function say(text, { trouble = false } = {}) {
  clearTimeout(fading);
  status.textContent = text;
  status.classList.toggle("trouble", trouble);
  status.classList.toggle("shown", text !== "");
  if (!trouble && text) fading = setTimeout(() => status.classList.remove("shown"), 4000);
}

/** Say in the banner what is wrong until it is put right; nothing takes the banner away. */
export function warn(sentence) {
  const place = document.getElementById("trouble");
  place.textContent = sentence;
  place.hidden = !sentence;
}

const WRITING = "input:not([type=checkbox], [type=radio]), textarea, select";

/** Whether keys are letters here. */
export function writing(target) {
  return target instanceof Element && target.closest(WRITING) !== null;
}

/** Call the command of a key that is pressed, unless somebody is writing or a dialog is open. */
export function listen(commands) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (writing(event.target) || document.querySelector("dialog[open]")) return;
    const command = commands[event.key];
    if (!command) return;
    const inControl = event.target instanceof Element && event.target.closest("a, button:not(.field), summary");
    if ((event.key === "Enter" || event.key === " ") && inControl) return;
    if (command(event) !== false) event.preventDefault();
  });
}

/** A button with its key on it; pressing it by mouse leaves the selection and the focus where they are. */
export function action(label, name, run, properties = {}) {
  const button = el("button", { type: "button", ...properties }, el("span", {}, label), name ? key(name) : null);
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => run());
  return button;
}

/** A key for this browser that no other decision has. */
export function fresh() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

let turn = Promise.resolve();

/** Ask something in a dialog, when what was asked before is answered; give what it is closed with, null for Escape. */
export function ask(...question) {
  const answer = turn.then(() => open(...question));
  turn = answer.catch(() => null);
  return answer;
}

/** Fill a dialog and open it; ``keys`` are its own keys with what they answer. */
function open(dialog, title, content, keys = {}, leave = "Cancel") {
  say("");
  return new Promise((resolve) => {
    const finish = (answer) => {
      dialog.removeEventListener("keydown", press);
      dialog.removeEventListener("close", closed);
      if (dialog.open) dialog.close();
      resolve(answer);
    };
    // Closing is told a moment later, when the next question may be open already.
    const closed = () => dialog.open || finish(null);
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (writing(event.target) && event.key !== "Escape") return;
      if (!(event.key in keys)) return;
      event.preventDefault();
      event.stopPropagation();
      const answer = keys[event.key];
      finish(typeof answer === "function" ? answer() : answer);
    };
    dialog.replaceChildren(
      el("h2", { id: "dialog-title" }, title),
      ...[content(finish)].flat(),
      el("div", { class: "buttons" }, action(leave, "Esc", () => finish(null), { class: "quiet" })),
    );
    dialog.addEventListener("keydown", press);
    dialog.addEventListener("close", closed);
    dialog.showModal();
  });
}
