const mostCharacters = 255;

/**
 * The choices of a list as Excel keeps them in a cell's rule.
 *
 * @throws RangeError when there are none, one is blank or has a comma, or they are too long together
 */
export function formatChoices(choices: readonly string[]): string {
  const text = choices.join(",");
  if (choices.length === 0 || choices.some((choice) => choice.trim() === "" || choice.includes(",")))
    throw new RangeError("a list offers at least one text, and none of them is blank or has a comma");
  if (text.length > mostCharacters)
    throw new RangeError(`the texts of a list have at most ${mostCharacters} characters; got ${text.length}`);
  return text;
}

/** What {@link formatChoices} has written, or somebody by hand. */
export function parseChoices(text: string): string[] {
  return text.split(",").map((choice) => choice.trim());
}
