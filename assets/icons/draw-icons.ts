import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawIcons } from "./icons";

for (const [name, bytes] of drawIcons()) writeFileSync(fileURLToPath(new URL(name, import.meta.url)), bytes);
