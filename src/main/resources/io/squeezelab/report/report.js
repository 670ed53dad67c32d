// Tables sort by a column when its heading is pressed, are filtered by a word and copied; unknown
// values stay last.
const LONG = 8; // rows from which a filter is worth its place

for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = made("button", { type: "button" });
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, heads, column));
    head.append(button);
  });
  const box = table.closest(".scroll");
  const tools = made("div", { className: "table-tools" });
  const said = document.createElement("output");
  if (table.tBodies[0].rows.length > LONG) tools.append(filter(table, said));
  tools.append(copy(table, said), said);
  box.before(tools);
}

function made(name, fields) {
  return Object.assign(document.createElement(name), fields);
}

function sort(table, heads, column) {
  const head = heads[column];
  const number = head.classList.contains("number");
  const first = number ? "descending" : "ascending";
  const second = number ? "ascending" : "descending";
  const order = head.getAttribute("aria-sort") === first ? second : first;
  heads.forEach(h => h.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", order);
  const sign = order === "ascending" ? 1 : -1;
  const key = row => {
    const cell = row.cells[column];
    const text = cell.dataset.value ?? cell.textContent.trim();
    return number ? value(text) : text;
  };
  const compare = (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (!number) return sign * x.localeCompare(y, "en", { numeric: true });
    return Number.isNaN(x) - Number.isNaN(y) || sign * (x - y);
  };
  const body = table.tBodies[0];
  body.append(...[...body.rows].sort(compare));
}

// The number with which a cell begins.
function value(text) {
  return parseFloat(plain(text).replace(/^[<>] ?/, ""));
}

function plain(text) {
  return text.replaceAll("−", "-").replace(/(\d),(?=\d{3})/g, "$1");
}

function filter(table, said) {
  const rows = [...table.tBodies[0].rows];
  const label = made("label", { textContent: "Filter " });
  const input = made("input", { type: "search", ariaLabel: "Filter: " + name(table) });
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every(word => text.includes(word));
    }
    const shown = rows.filter(row => !row.hidden).length;
    said.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} rows`;
  });
  label.append(input);
  return label;
}

function name(table) {
  return table.caption.textContent.trim();
}

// What is shown goes to a spreadsheet: cells between tabs, numbers without signs of their own.
function copy(table, said) {
  const button = made("button", { type: "button", textContent: "Copy", ariaLabel: "Copy: " + name(table) });
  button.addEventListener("click", async () => {
    const rows = [...table.rows].filter(row => !row.hidden);
    const numbers = [...table.tHead.rows[0].cells].map(c => c.classList.contains("number"));
    const cell = (c, i) => {
      const text = c.innerText.trim().replace(/\s+/g, " ");
      return numbers[i] && c.tagName === "TD" ? plain(text) : text;
    };
    const text = rows.map(row => [...row.cells].map(cell).join("\t")).join("\n") + "\n";
    said.textContent = (await toClipboard(text)) ? `${rows.length - 1} rows copied` : "The browser refused to copy";
  });
  return button;
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = document.activeElement;
    const area = made("textarea", { value: text });
    document.body.append(area);
    area.focus();
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    before.focus();
    return done;
  }
}
