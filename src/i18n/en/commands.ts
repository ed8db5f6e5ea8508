/** What the buttons of the ribbon say, apart from their labels, which the manifest has. */
export const commands = {
  errorTitle: "That did not work",
  details: "Details",
  busy: "CVM is at work already. Wait until it is done, or cancel it in the pane, then try again.",
  chooseInPane:
    "What this job works with is chosen in the pane: choose Analyze on the Home tab, then Decide. This workbook keeps what you chose.",
  refreshed: "The results were computed anew from the rows as they are now.",
  colorsShown: "Segments are coloured again.",
  colorsHidden: "Segment colours are off; runs to come write none until you switch them on again.",
};
