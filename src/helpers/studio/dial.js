// A number as a slider and a number box, both named by the same visible label.
// Native inputs, so that the keyboard, screen readers and zoom work as they do everywhere.

function render({ model, el }) {
  // Each dial may be a module of its own, so that a counter would begin anew in each.
  const id = `byp-dial-${Math.random().toString(36).slice(2)}`;
  const root = document.createElement("div");
  root.className = "byp-dial";

  const label = document.createElement("label");
  label.id = `${id}-label`;
  label.htmlFor = `${id}-range`;
  const hint = document.createElement("span");
  hint.className = "byp-hint";
  hint.id = `${id}-hint`;

  const row = document.createElement("div");
  row.className = "byp-dial-row";
  const range = document.createElement("input");
  range.type = "range";
  range.id = `${id}-range`;
  const box = document.createElement("input");
  box.type = "number";
  box.id = `${id}-box`;
  box.setAttribute("aria-labelledby", `${id}-label ${id}-unit`);
  const unit = document.createElement("span");
  unit.id = `${id}-unit`;
  unit.className = "byp-unit";
  for (const input of [range, box]) input.setAttribute("aria-describedby", hint.id);

  const refusal = document.createElement("p");
  refusal.className = "byp-refusal";
  refusal.setAttribute("role", "status");
  row.append(range, box, unit);
  root.append(label, hint, row, refusal);
  el.append(root);

  // Shown values are the model's times the scale (100 for shares written as percent).
  const shown = (value) => Number((value * model.get("scale")).toFixed(6));
  const kept = (text) => Number((Number(text) / model.get("scale")).toFixed(8));

  function describe() {
    label.textContent = model.get("label");
    hint.textContent = model.get("hint");
    unit.textContent = model.get("unit");
    for (const input of [range, box]) {
      input.min = shown(model.get("min"));
      input.max = shown(model.get("max"));
    }
    range.step = shown(model.get("step"));
    box.step = "any";
    range.disabled = box.disabled = model.get("disabled");
    display();
  }

  function display() {
    const value = shown(model.get("value"));
    range.value = value;
    range.setAttribute("aria-valuetext", `${value} ${model.get("unit")}`);
    if (document.activeElement !== box || Number(box.value) !== value) box.value = value;
  }

  function commit(value) {
    refusal.textContent = "";
    model.set("value", value);
    model.save_changes();
  }

  range.addEventListener("input", () => {
    box.value = range.value;
    commit(kept(range.value));
  });
  box.addEventListener("change", () => {
    const value = kept(box.value);
    const sound =
      box.value !== "" && value >= model.get("min") - 1e-9 && value <= model.get("max") + 1e-9;
    if (sound) return commit(value);
    const typed = box.value === "" ? "–" : box.value;
    display();
    box.value = shown(model.get("value"));
    refusal.textContent = model.get("refusal").replace("{value}", typed).replace("{kept}", box.value);
  });
  // JupyterLab must not take arrows and letters typed into a control for its own commands.
  root.addEventListener("keydown", (event) => event.stopPropagation());

  model.on("change:value", display);
  for (const name of ["label", "hint", "unit", "min", "max", "step", "disabled", "scale"]) {
    model.on(`change:${name}`, describe);
  }
  describe();
}

export default { render };
