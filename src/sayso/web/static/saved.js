// Filters that a person keeps under a name: in this browser only, never in the ledger. Without script, bookmark the address.
// On a phone the facets would stand between the form and the claims: they open when asked.
if (matchMedia("(max-width: 40rem)").matches) document.getElementById("facets")?.removeAttribute("open");

const place = document.getElementById("saved");
const key = "sayso-filters";

function held() {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "{}");
    return found && typeof found === "object" ? found : {};
  } catch {
    return {};
  }
}

function keep(filters) {
  localStorage.setItem(key, JSON.stringify(filters));
  show();
}

function show() {
  const list = place.querySelector("ul");
  list.replaceChildren(
    ...Object.entries(held()).map(([name, query]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = "/claims?" + new URLSearchParams(String(query)).toString();
      link.textContent = name;
      const forget = document.createElement("button");
      forget.type = "button";
      forget.textContent = "Forget";
      forget.setAttribute("aria-label", `Forget the filter ${name}`);
      forget.addEventListener("click", () => keep(Object.fromEntries(Object.entries(held()).filter(([n]) => n !== name))));
      item.append(link, " ", forget);
      return item;
    }),
  );
}

if (place) {
  place.hidden = false;
  place.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const field = place.querySelector("input");
    const name = field.value.trim();
    const query = new URLSearchParams(location.search);
    query.delete("offset");
    if (name) keep({ ...held(), [name]: query.toString() });
    field.value = "";
  });
  show();
}
