/** A defined name as a package writes it; `localSheet` is the position of the sheet whose name it is. */
export interface DefinedNameEntry {
  readonly name: string;
  readonly reference: string;
  readonly localSheet?: number;
  readonly hidden: boolean;
}
