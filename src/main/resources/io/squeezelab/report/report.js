// Tables sort by a column when its heading is pressed; unknown values stay last.
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, heads, column));
    head.append(button);
  });
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
    return number ? (text === "" ? NaN : Number(text)) : text;
  };
  const compare = (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (!number) return sign * x.localeCompare(y, "en", { numeric: true });
    return Number.isNaN(x) - Number.isNaN(y) || sign * (x - y);
  };
  const body = table.tBodies[0];
  body.append(...[...body.rows].sort(compare));
}
