import type { WorkerAnswer, WorkerRequest } from "./analysis-thread";
import { listBuffers } from "./analysis-thread";
import { runAnalysisInline } from "./run-analysis";

function answer(message: WorkerAnswer, moved: ArrayBuffer[] = []): void {
  postMessage(message, { transfer: moved });
}

async function analyze({ summary, settings }: WorkerRequest): Promise<void> {
  try {
    const { result, timings } = await runAnalysisInline(summary, settings, {
      onStage: (stage) => answer({ kind: "stage", stage }),
    });
    const analysis = { ...result, summary: null };
    answer({ kind: "done", analysis, timings }, listBuffers(analysis));
  } catch {
    // The page does the work itself and meets the same failure there, as an error of the right class.
    answer({ kind: "failed" });
  }
}

onmessage = ({ data }: MessageEvent<WorkerRequest>) => void analyze(data);
