"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const field = (id) => document.getElementById(id);
  const findings = all(".finding");
  // Whatever else on the page stands for a finding: its line above, its row of the matrix, its timeline.
  const others = new Map();
  for (const one of all("[data-finding]")) {
    const id = one.dataset.finding;
    others.set(id, (others.get(id) || []).concat(one));
  }
  const tools = field("tools");
  tools.hidden = false;

  const words = new Map();
  const text = (finding) => {
    if (!words.has(finding)) words.set(finding, finding.textContent.toLowerCase());
    return words.get(finding);
  };
  const has = (list, value) => !value || list.split(" ").includes(value);
  const filter = () => {
    const levels = all("input[name=level]:checked").map((box) => box.value);
    const [relation, source, measure, search] = ["relation", "source", "measure", "search"].map((id) => field(id).value);
    const needle = search.trim().toLowerCase();
    let count = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      const fits = levels.includes(data.severity) && has(data.relations, relation) && has(data.sources, source) &&
        (!measure || data.measure === measure) && (!needle || text(finding).includes(needle));
      finding.hidden = !fits;
      for (const other of others.get(finding.id) || []) other.hidden = !fits;
      if (fits) count += 1;
    }
    field("shown").textContent = `${count} of ${findings.length} shown`;
  };
  // A choice is answered at once; typing, when it pauses.
  let waiting = 0;
  tools.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.id === "search") waiting = setTimeout(filter, 120);
    else filter();
  });
  filter();

  const go = (list, index) => {
    if (!list.length) return;
    const target = list[(index + list.length) % list.length];
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  };
  const step = (list, by, at) => go(list, at < 0 ? (by > 0 ? 0 : -1) : at + by);
  const focused = (selector) => document.activeElement && document.activeElement.closest(selector);
  const finding = (by) => {
    const visible = findings.filter((one) => !one.hidden);
    step(visible, by, visible.indexOf(focused(".finding")));
  };
  const pair = (by) => {
    const visible = all(".finding:not([hidden]) [data-pair]");
    const at = visible.indexOf(focused("[data-pair]"));
    // From a finding itself, its own pairs come first.
    const inside = at < 0 && focused(".finding") ? visible.findIndex((one) => focused(".finding").contains(one)) : -1;
    if (inside >= 0) go(visible, by > 0 ? inside : inside - 1);
    else step(visible, by, at);
  };
  const help = field("help");
  const keys = {
    j: () => finding(1),
    k: () => finding(-1),
    n: () => pair(1),
    p: () => pair(-1),
    "/": () => field("search").focus(),
    "?": () => (help.open ? help.close() : help.showModal()),
    Enter: () => {
      const one = focused(".finding");
      if (!one || document.activeElement.matches("a,summary,button")) return false;
      const details = all("details", one);
      const open = details.some((part) => !part.open);
      details.forEach((part) => (part.open = open));
    },
  };
  field("keys").addEventListener("click", keys["?"]);
  field("close").addEventListener("click", () => help.close());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input,select,textarea") && event.key !== "Escape") return;
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (act && act() !== false) event.preventDefault();
  });
  addEventListener("beforeprint", () => all("details").forEach((one) => (one.open = true)));
})();
