/** What \`analyze --help\` prints; options and values are the same in every language. */
export const analyzeHelp = `npm run analyze -- [input.xlsx|input.csv] [options]

Judges the customers behind the transactions of a workbook or CSV file and writes an annotated workbook. Without an input it takes the
bundled sample.

Which rows
  --sheet NAME --range A1:H500    a sheet, or a range of it
  --table NAME | --name NAME      a table, or a named range
  --customer-table FILE[#SHEET]   a list with a row per customer ("none": do not look for one)
  --prospects FILE[#SHEET]        potential customers, a row each: in the quadrants by how much they are like the top customers, and on a
                                  sheet of their own; they are no customers, so they are not in --customers
  --rows all|visible              also hidden and filtered rows, or not

What columns mean (COL is a header, a letter, or a position from 1)
  --customer COL --date COL --amount COL --quantity COL --price COL --cost COL --order COL
  --role role=COL,...             any other role; role= takes a role away
  --attributes COL,...            columns that describe customers
  --cost-basis line|unit          cost of the whole line, or of one unit
  --margin P                      profit as part of revenue where no cost is given: 30% or 0.3

How customers are judged
  --from DATE --as-of DATE        first day, and the day on whose morning customers are judged (YYYY-MM-DD)
  --compare-as-of DATE            also who moved between groups since (or until) another day, on a sheet of its own
  --refunds net|drop|as-is        taken off, ignored, or ordinary lines
  --zero keep|drop                lines with an amount of 0
  --score-method quantile|rank|ntile|fixed|nested|plusOne|natural
  --bins N                        number of scores, 2 to 10
  --features profit|rfm|lrfmc|COL,...   what clusters are made of
  --lens ID,...                   value-classes, value-pyramid, value-levels, abc, top-decile, service, usage, rf-map, rfm-types,
                                  strengths, weighted-rfm, custom-rules, special-lists, clusters, lrfmc, value-cube, lifecycle,
                                  churn, churn-kinds, churn-reasons, loyalty, loyalty-classes, quadrants, behaviour-groups
  --time-unit day|week|month --calibration-end DATE --clv-model auto|bg-nbd|mbg-nbd|pareto-nbd
  --horizon-months N --monthly-discount-rate R   what the models of lifetime value see, and how far they look
  --k N --seed N                  number of clusters; start of the random numbers
  --settings FILE                 all switches, as JSON

What is written
  --out FILE.xlsx                 default out/<input>.annotated.xlsx
  --labels                        columns beside the rows: segment, tier and class of each row's customer
  --customers FILE.csv            a row per customer
  --json FILE|-                   the result as one JSON object
  --lang en|zh                    language of sheets and messages

Exit status: 0 done, 1 the input cannot be analysed, 2 wrong usage.
`;
