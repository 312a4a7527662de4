// The kernel's worker, begun by a lesson's page: Python starts beside JupyterLab, not after it.
import "KERNEL";
import { begin } from "./python.mjs";

const [module, options] = JSON.parse(self.name); // its address would be lost with a kept file
const indexURL = new URL(".", self.location).href;
begin({ ...options, indexURL }, ["pyodide_kernel", module]);
