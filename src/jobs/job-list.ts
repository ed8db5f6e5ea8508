import type { Job } from "./job";
import { removeOutputJob } from "./remove-output-job";

/** Everything a user can ask for besides the main job, in the order it is offered. */
export const jobList: readonly Job[] = [removeOutputJob];
