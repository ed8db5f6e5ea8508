/** Why an input cannot be analysed; the words are chosen by code. */
export type InputErrorCode =
  | "badSetting"
  | "unknownSetting"
  | "unknownLens"
  | "unknownColumn"
  | "noCustomerColumn"
  | "noDateColumn"
  | "noUsableRows"
  | "mixedCurrency"
  | "asOfTooEarly"
  | "noNumericFeature"
  | "calibrationOutside"
  | "nothingToJudge"
  | "unknownRole"
  | "missingTable"
  | "doubleColumn"
  | "missingColumn"
  | "linesNotKept"
  | "rowsChanged"
  | "noDatesToCompare"
  | "sameDate"
  | "noEarlierRun"
  | "lensCannotMove"
  | "noCustomers"
  | "noIndicator"
  | "tooFewToScore"
  | "noWeight"
  | "noRatings"
  | "badCell"
  | "walletMissing"
  | "walletColumns"
  | "walletNoSpend"
  | "walletEmpty"
  | "campaignColumns"
  | "campaignArms"
  | "campaignControl"
  | "lensNotRun"
  | "noResults"
  | "noProductColumn"
  | "unknownProduct"
  | "noSharedAttributes"
  | "tooFewTop";

/** A wrong or insufficient input: nothing was written. `parameters` fill the words. */
export class InputError extends Error {
  readonly code: InputErrorCode;
  readonly parameters: Readonly<Record<string, string>>;

  constructor(code: InputErrorCode, parameters: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(parameters)}`);
    this.name = "InputError";
    this.code = code;
    this.parameters = parameters;
  }
}
