/** What is said of a job wherever it is offered: in the pane, on the command line, in the ribbon. */
export interface JobWords {
  readonly name: string;
  /** What it does and what it is for, in a sentence or two. */
  readonly help: string;
  /** By id of the job's tables: what the rows are. */
  readonly tables: Readonly<Record<string, string>>;
  /** By key of the job's fields; a choice has a word for each of its values. */
  readonly fields: Readonly<
    Record<
      string,
      { readonly name: string; readonly meaning: string; readonly choices?: Readonly<Record<string, string>> }
    >
  >;
}
