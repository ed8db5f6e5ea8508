/** A cell that is being edited, in the grid or in the formula bar. */
export interface Editing {
  readonly text: string;
  readonly place: "cell" | "bar";
}
