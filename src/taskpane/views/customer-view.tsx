import { Body1, Button, Caption1, Field, Input } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { describeCustomer, findCustomers } from "../../jobs/customer-card";
import type { CustomerCard } from "../../jobs/customer-card";
import { findGroupName, findLensWords, findNextAction } from "../../jobs/layout/group-words";
import { formatConditions } from "../../jobs/layout/rule-words";
import { getGroupColor } from "../../jobs/layout/theme";
import { useChartStyles } from "../charts/chart-styles";
import { CustomerHistory } from "../results/customer-history";
import type { ResultContext } from "../results/group-view";
import { showMoney } from "../results/group-view";
import { formatDay } from "../format-day";
import type { Fact } from "../parts/fact-list";
import { FactList } from "../parts/fact-list";
import { ViewHeading } from "../parts/view-heading";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";
import type { PaneResult } from "../state/pane-state";

/** Everything known of one customer, who is found by id. */
export function CustomerView() {
  const { pane } = useWords();
  const result = usePane((model) => model.result);
  return (
    <>
      <ViewHeading title={pane.card.title} back={result === null ? "start" : "results"} />
      {result === null ? <OpenCard /> : <CustomerSearch result={result} />}
    </>
  );
}

/** The way to a card without a run in memory. */
function OpenCard() {
  const styles = usePaneStyles();
  const { excel } = useWords();
  const openCard = usePane((model) => model.openCard);
  return (
    <>
      <Body1 as="p" className={styles.text}>
        {excel.needsRun}
      </Body1>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void openCard()}>
          {excel.readRows}
        </Button>
      </div>
    </>
  );
}

function CustomerSearch({ result }: { readonly result: PaneResult }) {
  const styles = usePaneStyles();
  const words = useWords();
  const customer = usePane((model) => model.customer);
  const showCustomer = usePane((model) => model.showCustomer);
  const openCard = usePane((model) => model.openCard);
  const [text, setText] = useState("");
  const { shown, outcome } = result;
  const { ids } = shown.summary.customers;
  const found = useMemo(() => findCustomers(shown, text), [shown, text]);
  const { card: say } = words.pane;
  const status = text.trim() === "" ? "" : found.length === 0 ? say.notFound : say.found(found.length);
  const choose = (index: number) => {
    setText("");
    showCustomer(index);
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (found.length > 0) choose(found[0]);
        }}
      >
        <Field label={say.find} hint={say.findHint}>
          <Input value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
      </form>
      <Caption1 role="status">{status}</Caption1>
      <Caption1 className={styles.muted}>{words.excel.followHint}</Caption1>
      <div className={styles.actions}>
        <Button size="small" onClick={() => void openCard()}>
          {words.excel.readRows}
        </Button>
      </div>
      {found.length > 0 && (
        <div className={styles.actions}>
          {found.map((index) => (
            <Button key={index} size="small" onClick={() => choose(index)}>
              {ids[index]}
            </Button>
          ))}
        </div>
      )}
      {customer !== null && customer < ids.length && (
        <Card
          context={{ analysis: shown, words, moneyFormat: outcome.moneyFormat }}
          card={describeCustomer(shown, customer)}
        />
      )}
    </>
  );
}

function listFacts(context: ResultContext, card: CustomerCard): Fact[] {
  const { phrases, columns, pane } = context.words;
  const facts: Fact[] = [];
  const add = (name: string, value: number, format: (value: number) => string) => {
    if (Number.isFinite(value)) facts.push({ name, value: format(value) });
  };
  const money = (value: number) => showMoney(context, value);
  add(columns.revenue.name, card.revenue, money);
  add(columns.profit.name, card.profit, money);
  add(columns.orders.name, card.orders, phrases.count);
  add(columns.averageOrderValue.name, card.averageOrderValue, money);
  add(columns.recencyDays.name, card.recencyDays, phrases.count);
  add(columns.firstDay.name, card.firstDay, formatDay);
  add(columns.lastDay.name, card.lastDay, formatDay);
  add(pane.card.pAlive, card.pAlive, phrases.share);
  if (card.horizonMonths !== null) {
    const months = card.horizonMonths;
    add(pane.card.expectedPurchases(months), card.expectedPurchases, phrases.number);
    add(pane.card.expectedValue(months), card.lifetimeValue, money);
  }
  add(columns.simpleLifetimeValue.name, card.simpleLifetimeValue, money);
  return facts;
}

function Card({ context, card }: { readonly context: ResultContext; readonly card: CustomerCard }) {
  const styles = usePaneStyles();
  const { words } = context;
  const { pane, columns } = words;
  const scores = card.scores.flatMap(({ measure, score }): Fact[] =>
    score === 0 ? [] : [{ name: columns[measure].name, value: pane.card.scoreOf(score, card.bins) }],
  );
  return (
    <article className={styles.view} aria-label={card.id}>
      <Body1 as="h3" className={styles.heading}>
        <strong>{card.id}</strong>
        {card.rfm !== "" && words.phrases.inBrackets(`${columns.rfm.name} ${card.rfm}`)}
      </Body1>
      {card.nextAction !== null && (
        <section className={styles.card}>
          <Caption1>{pane.card.action}</Caption1>
          <Body1>{findNextAction(words, card.nextAction)}</Body1>
        </section>
      )}
      {scores.length > 0 && <FactList facts={scores} isNarrow />}
      <Body1 as="h4" className={styles.heading}>
        {pane.card.groups}
      </Body1>
      <Groups context={context} card={card} />
      {card.rules.length > 0 && (
        <>
          <Body1 as="h4" className={styles.heading}>
            {pane.card.path}
          </Body1>
          <ul className={styles.list}>
            {card.rules.map(({ target, groupId, rule }) => (
              <li key={target}>
                {pane.card.pathLine(
                  findLensWords(words, target).name,
                  findGroupName(words, target, groupId),
                  formatConditions(words, rule.conditions),
                  rule.purityShare,
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Body1 as="h4" className={styles.heading}>
        {pane.card.facts}
      </Body1>
      <FactList facts={listFacts(context, card)} />
      <CustomerHistory context={context} card={card} />
    </article>
  );
}

function Groups({ context: { words }, card }: { readonly context: ResultContext; readonly card: CustomerCard }) {
  const styles = usePaneStyles();
  const chart = useChartStyles();
  return (
    <ul className={styles.list} style={{ listStyle: "none", paddingInlineStart: 0 }}>
      {card.groups.map(({ lens, id, index, count }) => {
        const { fill } = getGroupColor(lens, id, index, count);
        return (
          <li key={lens} className={chart.legendItem}>
            <span className={chart.swatch} style={{ backgroundColor: fill }} aria-hidden="true" />
            <span>
              {findLensWords(words, lens).name}
              {words.phrases.colon}
              <strong>{findGroupName(words, lens, id)}</strong>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
