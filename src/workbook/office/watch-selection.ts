import type { SelectedCell } from "../port";
import { WorkbookError } from "../port";
import { toWorkbookError } from "./errors";
import { runExcel } from "./run-excel";
import { readOfficeCell } from "./view";

type Registration = OfficeExtension.EventHandlerResult<unknown>;

/**
 * Tells of cells that the user selects, on whatever sheet, until the function that comes back is called. While the host is asked for one cell,
 * further changes wait and count as one.
 */
export async function watchOfficeSelection(listener: (cell: SelectedCell) => void): Promise<() => Promise<void>> {
  let isOn = true;
  let isReading = false;
  let isDue = false;
  const tell = async (): Promise<void> => {
    isDue = true;
    if (isReading) return;
    isReading = true;
    try {
      while (isDue && isOn) {
        isDue = false;
        const cell = await readQuietly();
        if (isOn && !isDue && cell !== null) listener(cell);
      }
    } finally {
      isReading = false;
    }
  };
  const registrations = await register(tell);
  return async () => {
    isOn = false;
    await unregister(registrations);
  };
}

/** Nobody waits for the answer to an event: what the host refuses now is asked again at the next one. */
async function readQuietly(): Promise<SelectedCell | null> {
  try {
    return await readOfficeCell();
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}

/** A sheet that is shown by its tab has its own selection, without an event of that kind. */
async function register(tell: () => Promise<void>): Promise<Registration[]> {
  try {
    return await runExcel(async (context) => {
      const { worksheets } = context.workbook;
      const registrations = [worksheets.onSelectionChanged.add(tell), worksheets.onActivated.add(tell)];
      await context.sync();
      return registrations;
    });
  } catch (error) {
    throw toWorkbookError(error);
  }
}

async function unregister(registrations: readonly Registration[]): Promise<void> {
  try {
    await Excel.run(registrations[0].context as Excel.RequestContext, async (context) => {
      for (const registration of registrations) registration.remove();
      await context.sync();
    });
  } catch (error) {
    throw toWorkbookError(error);
  }
}
