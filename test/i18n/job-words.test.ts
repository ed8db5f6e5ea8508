import type { Language } from "../../src/i18n/words";
import { getWords } from "../../src/i18n/words";
import { findJobWords } from "../../src/jobs/find-job-words";
import { jobList } from "../../src/jobs/job-list";

describe.each<Language>(["en", "zh"])("the words of jobs in %s", (language) => {
  const words = getWords(language);

  it("are there for every job, and for nothing else", () => {
    expect(Object.keys(words.jobs).sort()).toEqual(jobList.map(({ id }) => id).sort());
  });

  it("give different jobs different names", () => {
    const names = jobList.map(({ id }) => findJobWords(words, id).name);
    expect(new Set(names).size).toBe(jobList.length);
  });

  it.each(jobList.map((job) => [job.id, job] as const))("name all that %s asks for, and nothing else", (id, job) => {
    const { name, help, tables, fields } = findJobWords(words, id);
    expect([name, help].filter((text) => text.trim() === "")).toEqual([]);
    expect(Object.keys(tables).sort()).toEqual(job.tables.map((table) => table.id).sort());
    expect(Object.keys(fields).sort()).toEqual(job.fields.map(({ key }) => key).sort());
    const texts = [...Object.values(tables), ...Object.values(fields).flatMap((field) => [field.name, field.meaning])];
    expect(texts.filter((text) => text.trim() === "")).toEqual([]);
    const fieldNames = Object.values(fields).map((field) => field.name);
    expect(new Set(fieldNames).size).toBe(fieldNames.length);
  });

  it.each(jobList.map((job) => [job.id, job] as const))("name every choice of %s once", (id, job) => {
    const { fields } = findJobWords(words, id);
    for (const field of job.fields) {
      const { choices } = fields[field.key];
      if (field.kind !== "choice") {
        expect(choices).toBeUndefined();
        continue;
      }
      const names = field.choices.map((choice) => choices?.[choice] ?? "");
      expect(names.filter((text) => text.trim() === "")).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
