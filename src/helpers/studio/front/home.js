// The first page while it is alive: it follows the company file, and keeps the chosen way.

function render({ model, el }) {
  const page = document.createElement("div");
  el.append(page);

  // The application opens a lesson in its own tab, as it does for a link in Markdown; elsewhere
  // the address beside this page is the right one.
  async function link(anchor) {
    const resolver = model.widget_manager?.context?.urlResolver;
    if (!resolver) return;
    const path = await resolver.resolveUrl(anchor.getAttribute("href"));
    anchor.dataset.commandlinkerCommand = "docmanager:open";
    anchor.dataset.commandlinkerArgs = JSON.stringify({ path });
  }

  function draw() {
    const held = page.contains(document.activeElement) ? document.activeElement : null;
    const place = held && [...page.querySelectorAll("a, input, summary")].indexOf(held);
    const open = page.querySelector("details")?.open;
    page.innerHTML = model.get("html");
    if (open) page.querySelector("details")?.setAttribute("open", "");
    page.querySelectorAll('a[href$=".ipynb"]').forEach(link);
    // Another way has the same controls in the same order.
    if (held) page.querySelectorAll("a, input, summary")[place]?.focus();
  }

  function choose(event) {
    if (event.target.name !== "byp-way") return;
    model.set("way", event.target.value);
    model.save_changes();
  }

  // Whoever comes back from a lesson sees what was saved there.
  const seen = new IntersectionObserver((entries) => {
    if (entries[entries.length - 1].isIntersecting) model.send({ read: true });
  });
  const read = () => page.isConnected && model.send({ read: true });

  page.addEventListener("change", choose);
  window.addEventListener("focus", read);
  model.on("change:html", draw);
  seen.observe(page);
  draw();
  return () => {
    seen.disconnect();
    window.removeEventListener("focus", read);
    model.off("change:html", draw);
  };
}

export default { render };
