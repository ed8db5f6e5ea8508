import type { SegmentCard, SegmentCards, TextShare } from "../../cards/compute-cards";
import type { Words } from "../../../i18n/en";
import { inputStyle } from "../../kept-cells";
import { buildRange } from "../address";
import { findColumnName, findGroupName } from "../group-words";
import { mutedStyle, pageColumn, pageColumns, textStyle } from "../page";
import { formatConditions } from "../rule-words";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, palette } from "../theme";
import type { CardsContext } from "./cards-context";
import type { FigureCell, FigureName } from "./figure-table";

/** Columns of a card: what the row is about, two texts of the user's, three figures. */
const labelSpan = 2;
const firstSpan = 4;
const secondSpan = 3;
const leastHeight = 32;

interface CardRow {
  readonly id: string;
  readonly label: string;
  /** Field, heading and what is suggested, of the two texts. */
  readonly texts: readonly [UserText, UserText];
  readonly figures: readonly FigureName[];
}

interface UserText {
  readonly field: string;
  readonly heading: string;
  readonly suggested: string | null;
}

/** What is frequent in a group that no rule tells apart. */
function describeTraits({ traits }: SegmentCard, words: Words): string | null {
  const named = traits.flatMap(({ column, label, top, rest }) =>
    label === null || top === null || rest === null || rest === 0
      ? []
      : [words.cards.trait(findColumnName(words, column), label, top / rest)],
  );
  return named.length === 0 ? null : named.join(words.phrases.semicolon);
}

function listRows(card: SegmentCard, { words }: CardsContext): CardRow[] {
  const { rule, products, channels } = card;
  const text = words.cards;
  const list = (shares: readonly TextShare[]) =>
    shares.length === 0 ? null : words.phrases.list(shares.map(({ label, share }) => text.bought(label, share)));
  return [
    {
      id: "profile",
      label: text.profile,
      texts: [
        {
          field: "style",
          heading: text.style,
          suggested: rule === null ? describeTraits(card, words) : formatConditions(words, rule.conditions),
        },
        { field: "motive", heading: text.motive, suggested: null },
      ],
      figures: ["customers", "meanValue", "orderValue"],
    },
    {
      id: "product",
      label: text.product,
      texts: [
        { field: "what", heading: text.what, suggested: list(products) },
        { field: "why", heading: text.whyBuy, suggested: null },
      ],
      figures: ["revenue", "profit", "margin"],
    },
    {
      id: "service",
      label: text.service,
      texts: [
        { field: "which", heading: text.which, suggested: list(channels) },
        { field: "why", heading: text.whyServe, suggested: null },
      ],
      figures: ["orders", "serviceCost", "serviceShare"],
    },
  ];
}

/** The card of a group; leaves the builder below. */
export function writeCard(
  sheet: SheetBuilder,
  { lens }: SegmentCards,
  card: SegmentCard,
  figures: ReadonlyMap<FigureName, FigureCell>,
  context: CardsContext,
): void {
  const { words } = context;
  const { id, customers, customerShare } = card.totals;
  const color = getGroupColor(lens.id, id, card.group, lens.groups.length);
  sheet.row++;
  sheet.startBlock(sheet.row, "subheading");
  sheet.setHeight(sheet.row, 22);
  sheet.put(sheet.row, pageColumn, findGroupName(words, lens.id, id));
  sheet.put(sheet.row, pageColumn + labelSpan + firstSpan, words.cards.size(customers, customerShare));
  sheet.addStyle(buildRange(sheet.row, pageColumn, 1, pageColumns), {
    fill: color.fill,
    fontColor: color.fontColor,
    fontSize: 11,
    bold: true,
    verticalAlign: "center",
  });
  sheet.addStyle(buildRange(sheet.row, pageColumn, 1, 1), { indent: 1 });
  sheet.row++;
  for (const row of listRows(card, context))
    writeCardRow(sheet, `card/${lens.id}/${id}/${row.id}`, row, figures, context);
}

function writeCardRow(
  sheet: SheetBuilder,
  key: string,
  { label, texts, figures: names }: CardRow,
  figures: ReadonlyMap<FigureName, FigureCell>,
  { words, kept }: CardsContext,
): void {
  const [head, body] = [sheet.row, sheet.row + 1];
  const small = { ...mutedStyle, fontSize: 8, verticalAlign: "bottom" } as const;
  sheet.putMerged(buildRange(body, pageColumn, 1, labelSpan), label, {
    ...textStyle,
    bold: true,
    indent: 1,
    wrap: true,
  });
  kept.putKey(sheet, body, key);
  let column = pageColumn + labelSpan;
  texts.forEach(({ field, heading, suggested }, i) => {
    const span = i === 0 ? firstSpan : secondSpan;
    sheet.put(head, column, heading, small);
    sheet.putMerged(buildRange(body, column, 1, span), kept.take(key, field, column, suggested), {
      ...inputStyle,
      wrap: true,
      verticalAlign: "top",
    });
    column += span;
  });
  names.forEach((name, i) => {
    const figure = figures.get(name);
    sheet.put(head, column + i, words.cards[name], { ...small, horizontalAlign: "right", wrap: true });
    if (figure === undefined || figure.value === null) {
      sheet.put(body, column + i, "–", { ...mutedStyle, horizontalAlign: "right" });
      return;
    }
    sheet.putFormula(body, column + i, `=${figure.reference}`, figure.value, {
      ...textStyle,
      bold: true,
      numberFormat: figure.format,
      horizontalAlign: "right",
    });
  });
  sheet.addStyle(buildRange(body, pageColumn, 1, pageColumns), {
    border: { sides: ["bottom"], color: palette.hairline },
  });
  sheet.setLeastHeight(body, leastHeight);
  sheet.row += 2;
}
