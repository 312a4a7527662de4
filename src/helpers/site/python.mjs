// Where JupyterLite's kernel looks for Pyodide. A worker that began before the kernel asked hands
// over the Python that it has; any other starts one.
import { loadPyodide as load } from "./pyodide.mjs";

let begun = null;

// Start Python with these options, and import what a lesson needs.
export function begin(options, modules) {
  begun = load(options).then(async (python) => {
    python.FS.mkdirTree("/drive"); // where the lessons will run
    python.FS.chdir("/drive");
    // What is missing is told by the cell that asks for it.
    for (const name of modules) await python.runPythonAsync(`import ${name}`).catch(() => {});
    return python;
  });
  begun.catch(() => {}); // told to whoever asks
}

export async function loadPyodide(options) {
  if (!begun) return load(options);
  const python = await begun;
  python.setStdout({ batched: options.stdout });
  python.setStderr({ batched: options.stderr });
  return python;
}
