import { Body1, Button, Caption1, ProgressBar } from "@fluentui/react-components";
import { formatDay } from "../format-day";
import type { DataReport } from "../../core/customers/summary";
import type { Role } from "../../core/transactions/roles";
import type { SelectionPreview } from "../../jobs/preview-selection";
import { ChoiceChip } from "../parts/choice-chip";
import { DataTable } from "../parts/data-table";
import type { Fact } from "../parts/fact-list";
import { FactList } from "../parts/fact-list";
import { IssueList } from "../parts/issue-list";
import { ViewHeading } from "../parts/view-heading";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";

/** How the columns of the selection are understood, and what its rows hold. */
export function ColumnsView() {
  const styles = usePaneStyles();
  const { pane } = useWords();
  const preview = usePane((model) => model.preview);
  const isBusy = usePane(({ task }) => task !== null);
  const analyze = usePane((model) => model.analyze);
  const cancel = usePane((model) => model.cancel);
  const openPreview = usePane((model) => model.openPreview);
  return (
    <>
      <ViewHeading title={pane.columns.title} />
      {preview !== null && (
        <>
          <Body1 as="p" className={styles.text}>
            {pane.columns.intro}
          </Body1>
          <Caption1>{preview.source.title}</Caption1>
          <RoleChips preview={preview} isBusy={isBusy} />
          <section className={styles.card}>
            <Body1 as="h3" className={styles.heading}>
              {pane.columns.preview}
            </Body1>
            <DataTable label={pane.columns.preview} headers={preview.source.headers} rows={preview.rows} isOneLine />
          </section>
          <CountSection preview={preview} />
        </>
      )}
      {isBusy && <ProgressBar aria-label={pane.working.preview} />}
      <div className={styles.actions}>
        {isBusy ? (
          <Button onClick={cancel}>{pane.cancel}</Button>
        ) : preview === null ? (
          <Button onClick={() => void openPreview()}>{pane.columns.reset}</Button>
        ) : (
          <Button appearance="primary" onClick={() => void analyze()}>
            {pane.analyze}
          </Button>
        )}
      </div>
    </>
  );
}

function RoleChips({ preview, isBusy }: { readonly preview: SelectionPreview; readonly isBusy: boolean }) {
  const styles = usePaneStyles();
  const { pane, roles: names, phrases } = useWords();
  const setRole = usePane((model) => model.setRole);
  const resetColumns = usePane((model) => model.resetColumns);
  const { source, roles, choices, attributes, flagged } = preview;
  const columns = source.headers.map((text, column) => ({ value: String(column), text }));
  const given = choices.filter((role) => roles[role] !== undefined || role === "customer" || role === "date");
  const isGuessed = (role: Role) => flagged.some((flag) => flag.kind === "contentOnly" && flag.role === role);
  return (
    <section className={styles.card} aria-label={pane.columns.roles}>
      <Body1 as="h3" className={styles.heading}>
        {pane.columns.roles}
      </Body1>
      <div className={styles.actions}>
        {given.map((role) => (
          <ChoiceChip
            key={role}
            label={names[role]}
            value={String(roles[role] ?? "")}
            choices={[{ value: "", text: pane.columns.none }, ...columns]}
            remark={isGuessed(role) ? pane.columns.guessed : undefined}
            onChange={(value) => void setRole(role, value === "" ? null : Number(value))}
          />
        ))}
        <AddRole preview={preview} />
      </div>
      <Caption1>
        {pane.columns.attributes}
        {phrases.colon}
        {attributes.length === 0
          ? pane.columns.noAttributes
          : phrases.list(attributes.map((column) => source.headers[column]))}
      </Caption1>
      <div className={styles.actions}>
        <Button size="small" appearance="subtle" disabled={isBusy} onClick={() => void resetColumns()}>
          {pane.columns.reset}
        </Button>
      </div>
    </section>
  );
}

/** Gives a role that no column has to one that has none. */
function AddRole({ preview }: { readonly preview: SelectionPreview }) {
  const { pane, roles: names, phrases } = useWords();
  const setRole = usePane((model) => model.setRole);
  const { source, roles, choices } = preview;
  const taken = new Set(Object.values(roles));
  const free = source.headers.flatMap((text, column) => (taken.has(column) ? [] : [{ text, column }]));
  const open = choices.filter((role) => roles[role] === undefined);
  if (free.length === 0 || open.length === 0) return null;
  return (
    <ChoiceChip
      label={pane.columns.addRole}
      value=""
      choices={[
        { value: "", text: pane.columns.choose },
        ...free.flatMap(({ text, column }) =>
          open.map((role) => ({ value: `${column} ${role}`, text: `${text}${phrases.colon}${names[role]}` })),
        ),
      ]}
      onChange={(value) => {
        const [column, role] = value.split(" ");
        if (role !== undefined) void setRole(role as Role, Number(column));
      }}
    />
  );
}

function CountSection({ preview }: { readonly preview: SelectionPreview }) {
  const styles = usePaneStyles();
  const words = useWords();
  const { pane } = words;
  const report = usePane((model) => model.report);
  const isBusy = usePane(({ task }) => task !== null);
  return (
    <section className={styles.card} aria-label={pane.columns.counts}>
      <Body1 as="h3" className={styles.heading}>
        {pane.columns.counts}
      </Body1>
      {preview.kind === "customers" && <Caption1>{pane.columns.customersKind}</Caption1>}
      {report === null ? (
        isBusy && <Caption1 role="status">{pane.columns.counting}</Caption1>
      ) : (
        <>
          <FactList facts={listCounts(report, words)} />
          <Body1 as="h4" className={styles.heading}>
            {pane.issues.title}
          </Body1>
          <IssueList issues={report.issues} source={preview.source} />
        </>
      )}
    </section>
  );
}

function listCounts(
  { rows, customers, orders, period }: DataReport,
  { pane: { columns: text }, phrases }: ReturnType<typeof useWords>,
): Fact[] {
  const facts: Fact[] = [
    { name: text.read, value: phrases.count(rows.read) },
    { name: text.used, value: phrases.count(rows.used) },
    { name: text.customers, value: phrases.count(customers) },
  ];
  if (orders !== null) facts.push({ name: text.orders, value: phrases.count(orders) });
  if (period.firstDay !== null && period.lastDay !== null)
    facts.push({
      name: text.period,
      value: text.span(formatDay(period.firstDay), formatDay(period.lastDay)),
      isWide: true,
    });
  return facts;
}
