import { findRepeatModel, repeatModels } from "../../../src/core/clv/repeat-models";
import { repeatModelIds, repeatParameterNames } from "../../../src/engine/worksheet/model-names";

it("names the models and parameters that there are", () => {
  expect(repeatModelIds).toEqual(repeatModels.map(({ id }) => id));
  for (const id of repeatModelIds) expect(repeatParameterNames[id]).toEqual(findRepeatModel(id).parameterNames);
});
