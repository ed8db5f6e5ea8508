import type { CustomerTable } from "../../core/customers/customer-table";
import { sumWindow } from "../../core/customers/measure-lines";
import { selectLines } from "../../core/customers/select-lines";
import type { CustomersTable } from "../../core/customers/summary";
import { parseIsoDay } from "../../core/days";
import { findLookAlikes, foldName, matchAttributes, pickTopCustomers } from "../../core/decisions/look-alike";
import { pickColumnRows } from "../../core/decisions/predictor-terms";
import { assignProspectQuadrants } from "../../core/decisions/prospect-quadrants";
import type { Attribute, NumberAttribute } from "../../core/transactions/columns";
import type { JudgedRows } from "../analyze";
import { InputError } from "../input-error";
import type { LookAlikeChoice, LookAlikeReport, TopBasis } from "./look-alike-report";
import { listProspectAttributes } from "./read-prospects";

const yearDays = 365;
/** Top customers, and others, that a likeness can be learnt from. */
const leastCustomers = 10;
/** Days since joining say how long somebody has been a customer, which a prospect is not. */
const unusedRoles: ReadonlySet<string> = new Set(["joinDate", "customerName"]);

/** What top customers are chosen by: the purchases of the last year, else revenue, else orders. */
function measureCustomers({ read, analysis }: JudgedRows): { basis: TopBasis; amounts: Float64Array } {
  const { customers, report } = analysis.summary;
  if (report.revenue === null) return { basis: "orders", amounts: customers.orders };
  if (read.kind !== "transactions") return { basis: "revenue", amounts: customers.revenue };
  const { refunds, from, asOf } = analysis.settings;
  const parse = (day: string | null) => (day === null ? null : parseIsoDay(day));
  const selected = selectLines(read.lines, refunds, parse(from), parse(asOf));
  const { asOfDay } = selected;
  return { basis: "lastYear", amounts: sumWindow(selected, asOfDay - yearDays, asOfDay) };
}

function listCustomerAttributes(customers: CustomersTable): Attribute[] {
  const main = [customers.mainCategory, customers.mainChannel, customers.mainRegion];
  return [...main.filter((column) => column !== null), ...customers.attributes];
}

/** The columns of a list of prospects that the settings name as signs of demand. */
function listDemandColumns({ attributes }: CustomerTable, names: readonly string[]): NumberAttribute[] {
  const wanted = new Set(names.map(foldName));
  return attributes.filter(
    (attribute): attribute is NumberAttribute => attribute.kind === "number" && wanted.has(foldName(attribute.name)),
  );
}

const nameAll = (attributes: readonly Attribute[]) => attributes.map(({ name }) => name).join(", ") || "-";

/**
 * Scores prospects by how much they are like the customers who bought most.
 *
 * @param prospects their list
 * @param source    where it stands
 * @throws InputError `noSharedAttributes`, `tooFewTop`, `noUsableRows`
 */
export function computeLookAlike(
  judged: JudgedRows,
  prospects: CustomerTable,
  source: string,
  choice: LookAlikeChoice,
): LookAlikeReport {
  const { summary, settings } = judged.analysis;
  const { customers } = summary;
  const isUsed = ({ role }: Attribute) => role === undefined || !unusedRoles.has(role);
  const own = listCustomerAttributes(customers).filter(isUsed);
  const others = listProspectAttributes(prospects).filter(isUsed);
  const shared = matchAttributes(own, others);
  if (shared.length === 0)
    throw new InputError("noSharedAttributes", { customers: nameAll(own), prospects: nameAll(others) });
  const { basis, amounts } = measureCustomers(judged);
  const isTop = pickTopCustomers(amounts, Math.round(choice.topShare * 10000));
  const top = isTop.reduce((sum: number, value) => sum + value, 0);
  const rest = isTop.length - top;
  if (top < leastCustomers || rest < leastCustomers) {
    throw new InputError("tooFewTop", { top: String(top), rest: String(rest), least: String(leastCustomers) });
  }
  const known = new Set(customers.ids);
  const rows = Int32Array.from(prospects.customerIds.keys()).filter((row) => !known.has(prospects.customerIds[row]));
  if (rows.length === 0) throw new InputError("noUsableRows", { issues: `${prospects.rows.read}` });
  const scored = shared.map((attribute) => ({ ...attribute, prospects: pickColumnRows(attribute.prospects, rows) }));
  const result = findLookAlikes(choice.method, scored, isTop, choice);
  const demandColumns = listDemandColumns(prospects, settings.demandColumns);
  const demand = demandColumns.map(({ numbers }) => Float64Array.from(rows, (row) => numbers[row]));
  return {
    choice,
    source,
    basis,
    customers: isTop.length,
    top,
    least: amounts.reduce(
      (least, amount, customer) => (isTop[customer] === 1 ? Math.min(least, amount) : least),
      Infinity,
    ),
    prospectIds: Array.from(rows, (row) => prospects.customerIds[row]),
    columns: scored.map((attribute) => attribute.customers),
    prospectColumns: scored.map((attribute) => attribute.prospects),
    alreadyCustomers: prospects.customerIds.length - rows.length,
    excludedRows: prospects.rows.excluded,
    result,
    demandColumns: demandColumns.map(({ name }) => name),
    quadrants: assignProspectQuadrants(result.scores, demand, settings.levelThreshold),
  };
}
