import { detectRoles } from "../../src/core/transactions/detect-roles";
import { createTransactionReader } from "../../src/core/transactions/transaction-reader";
import type { Transactions } from "../../src/core/transactions/transactions";
import { toDayNumber } from "../../src/core/days";
import type { RowBlock } from "../../src/core/transactions/cells";
import { ledgerHeaders } from "./ledger";

/** Lines out of blocks of cells, as the main job reads them. */
export function readBlocks(blocks: Iterable<RowBlock>): Transactions {
  const all = blocks[Symbol.iterator]();
  const first = all.next();
  if (first.done === true) throw new Error("there are no rows");
  const { columns, attributes, costBasis, issues } = detectRoles(ledgerHeaders, first.value);
  const reader = createTransactionReader({
    headers: ledgerHeaders,
    columns,
    attributes,
    today: toDayNumber(2030, 12, 31),
    switches: { costBasis },
    issues,
  });
  reader.push(first.value);
  for (let next = all.next(); next.done !== true; next = all.next()) reader.push(next.value);
  return reader.finish();
}
