import "../../src/i18n/all-words";
import { runStages } from "./stages";

void runStages(Number(process.argv[2])).then((figures) => {
  process.stdout.write(JSON.stringify(figures));
});
