// The reader: keys, light under a claim's words, corrections from selected words.
import { selected } from "/static/offsets.js";

const text = document.getElementById("text");
const cards = [...document.querySelectorAll(".claim-card")];
const status = document.getElementById("status");
let current = cards.findIndex((card) => `#${card.id}` === location.hash);

function light(id) {
  for (const seg of text.querySelectorAll(".seg.lit")) seg.classList.remove("lit");
  for (const seg of text.querySelectorAll(`[data-claims~="${CSS.escape(id)}"]`)) seg.classList.add("lit");
}

function show(index, { focus = true } = {}) {
  if (index < 0 || index >= cards.length) return;
  cards[current]?.classList.remove("current");
  current = index;
  const card = cards[current];
  card.classList.add("current");
  card.tabIndex = -1;
  if (focus) card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  light(card.id);
  text.querySelector(`[data-claims~="${CSS.escape(card.id)}"]`)?.scrollIntoView({ block: "center" });
  history.replaceState(null, "", `#${card.id}`);
  if (status) status.textContent = `Claim ${current + 1} of ${cards.length}`;
}

function press(action) {
  const form = [...(cards[current]?.querySelectorAll("form.inline-form:not(.redo)") ?? [])]
    .find((f) => f.elements.action?.value === action);
  if (form) form.requestSubmit();
}

const keys = {
  j: () => show(current + 1),
  k: () => show(Math.max(0, current - 1)),
  a: () => press("accept"),
  r: () => press("reject"),
  u: () => press("undo"),
  c: () => {
    const details = cards[current]?.querySelector("details.correct");
    if (details) { details.open = true; details.querySelector("select").focus(); }
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) return;
  const act = keys[event.key];
  if (act) { event.preventDefault(); act(); }
});

text.addEventListener("click", (event) => {
  const ids = event.target.closest("[data-claims]")?.dataset.claims.split(" ").filter(Boolean) ?? [];
  const index = cards.findIndex((card) => card.id === ids.at(-1));
  if (index >= 0 && document.getSelection().isCollapsed) show(index, { focus: false });
});

// Words selected in the text become the value of an open correction: a span for a field of words, a number for a bound.
document.addEventListener("selectionchange", () => {
  const words = selected(text);
  const form = document.querySelector("details.correct[open] form.correction");
  if (!words || !form) return;
  const field = form.elements.field.value;
  const value = form.elements.value;
  if (field.endsWith(".span") || field === "trigger") value.value = JSON.stringify(words);
  else if (/\.(low|high)$/.test(field)) {
    const number = Number(words.text.replace(/[^\d.]/g, ""));
    if (words.text.match(/\d/) && Number.isFinite(number)) {
      value.value = String(number);
      form.elements.words.value = JSON.stringify(words); // so that what they count is held against the figure
    }
  } else value.value = JSON.stringify(words.text);
});

document.addEventListener("input", (event) => { // what is typed by hand, or is of another field, was not selected
  const form = event.target.closest?.("form.correction");
  if (form && ["value", "field"].includes(event.target.name)) form.elements.words.value = "";
});

if (current >= 0) show(current, { focus: false });

// A missed claim: the words that make it and its parts, chosen by selecting; the form sends them as one JSON value.
const adding = document.getElementById("add");
if (adding) {
  const chosen = { trigger: null, parts: [] };
  let latest = null;
  document.addEventListener("selectionchange", () => { latest = selected(text) ?? latest; });
  const fill = () => {
    const type = document.getElementById("add-type").value;
    const value = {
      event_type: type, trigger: chosen.trigger,
      factuality: document.getElementById("add-firm").value, arguments: chosen.parts,
    };
    document.getElementById("add-value").value = JSON.stringify(value);
    document.getElementById("add-save").disabled = !chosen.trigger || !type;
    document.getElementById("add-shown").textContent = chosen.trigger?.text ?? "No words chosen yet.";
    document.getElementById("add-parts").replaceChildren(...chosen.parts.map((part) => {
      const item = document.createElement("li");
      item.textContent = `${part.role.replaceAll("_", " ")}: ${part.span.text}`;
      return item;
    }));
  };
  document.getElementById("add-words").addEventListener("click", () => { if (latest) { chosen.trigger = latest; fill(); } });
  document.getElementById("add-part").addEventListener("click", () => {
    if (latest) { chosen.parts.push({ role: document.getElementById("add-role").value, span: latest }); fill(); }
  });
  adding.addEventListener("input", fill);
  adding.addEventListener("submit", fill);
}
