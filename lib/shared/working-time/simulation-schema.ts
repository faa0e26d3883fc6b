import { z } from "zod";
import { dateText, isDateText, stepsShape, timeZoneName } from "../fields";
import { toMinutes } from "./calendar";
import { DATE_TIME_TEXT } from "./date-time-text";

const CLOCK_TIME = "Write a time as HH:mm, 00:00 to 24:00.";

const clockTime = z
  .string({ error: CLOCK_TIME })
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, CLOCK_TIME)
  .meta({ description: "A time of day; 24:00 is the end of the day", example: "09:00" });

const openings = z
  .array(
    z
      .tuple([clockTime, clockTime], { error: "Write an opening as two times: [from, to]." })
      .refine(([start, end]) => toMinutes(start) < toMinutes(end), {
        error: "An opening must end after it starts. One that runs past midnight is written as two, split at 24:00.",
        path: [1],
      }),
  )
  .max(24, "At most 24 openings a day.")
  .meta({ description: "The openings of a day; none: closed", example: [["09:00", "17:30"]] });

const hours = z
  .strictObject({
    mon: openings.optional(),
    tue: openings.optional(),
    wed: openings.optional(),
    thu: openings.optional(),
    fri: openings.optional(),
    sat: openings.optional(),
    sun: openings.optional(),
  })
  .meta({ description: "Openings by weekday; a weekday that is left out is closed" });

/** A working calendar as people write it down: the simulator takes it, and so does whoever stores one. */
export const calendarSchema = z
  .strictObject({
    timeZone: timeZoneName,
    hours,
    holidays: z.array(dateText).max(5000, "At most 5,000 holidays.").default([]).meta({ description: "Closed days" }),
    specialDays: z
      .record(z.string(), openings)
      .default({})
      .superRefine((days, context) => {
        for (const date of Object.keys(days))
          if (!isDateText(date))
            context.addIssue({ code: "custom", path: [date], message: "Write the day as YYYY-MM-DD, 1900 to 2200." });
        if (Object.keys(days).length > 1000)
          context.addIssue({ code: "custom", path: [], message: "At most 1,000 special days." });
      })
      .meta({ description: "Days with openings of their own; they win over holidays" }),
  })
  .meta({ description: "When work is done" });

const DATE_TIME = "Write a date and time such as 2026-03-04T14:00, or with an offset 2026-03-04T14:00:00Z.";

const dateTime = z
  .string({ error: DATE_TIME })
  .max(35, { error: DATE_TIME, abort: true })
  .regex(DATE_TIME_TEXT, { error: DATE_TIME, abort: true })
  .refine((text) => isDateText(text.slice(0, 10)), "There is no such day between the years 1900 and 2200.")
  .meta({
    description: "Without an offset: wall-clock time in the calendar's zone. With one: an instant.",
    example: "2026-03-04T14:00",
  });

const duration = z
  .strictObject({
    workingSeconds: z.int("Write whole seconds.").min(0).max(1_000_000_000).optional(),
    workingDays: z.int("Write whole days.").min(0).max(10_000).optional(),
    endOfDay: z.boolean().optional().meta({ description: "With workingDays: due at the end of that working day" }),
  })
  .superRefine((add, context) => {
    if ((add.workingSeconds === undefined) === (add.workingDays === undefined))
      context.addIssue({ code: "custom", path: [], message: "Give either workingSeconds or workingDays." });
    if (add.endOfDay !== undefined && add.workingDays === undefined)
      context.addIssue({ code: "custom", path: ["endOfDay"], message: "The end of the day goes with workingDays." });
  })
  .meta({ description: "A working duration: seconds, or days", example: { workingSeconds: 21600 } });

const pause = z
  .strictObject({
    from: dateTime,
    to: dateTime.nullish().meta({ description: "Left out or null while the pause lasts" }),
  })
  .meta({ description: "Time in which the clock stands still" });

/** POST /api/v1/simulations/working-time */
export const workingTimeSimulationSchema = z
  .strictObject({
    calendar: calendarSchema,
    from: dateTime,
    to: dateTime.optional(),
    add: duration.optional(),
    pauses: z.array(pause).max(1000, "At most 1,000 pauses.").default([]),
  })
  .superRefine((request, context) => {
    if (request.to === undefined && request.add === undefined)
      context.addIssue({ code: "custom", path: ["to"], message: "Give either an end (to) or a duration (add)." });
    if (request.to !== undefined && request.add !== undefined)
      context.addIssue({ code: "custom", path: ["add"], message: "Give an end (to) or a duration (add), not both." });
  })
  .meta({
    description: "Working time between two moments, or the due time after a duration",
    example: {
      calendar: {
        timeZone: "UTC",
        hours: { mon: [["10:00", "18:00"]], tue: [["10:00", "18:00"]], wed: [["10:00", "18:00"]] },
        holidays: ["2019-03-05"],
      },
      from: "2019-03-04T14:00",
      add: { workingSeconds: 21600 },
    },
  });

export type WorkingTimeSimulation = z.infer<typeof workingTimeSimulationSchema>;

export const workingTimeSimulationResultSchema = z
  .union([
    z.strictObject({ workingSeconds: z.number(), steps: stepsShape }),
    z.strictObject({ due: z.string().meta({ description: "In the form in which `from` came" }), steps: stepsShape }),
  ])
  .meta({ description: "Working seconds when `to` was given, a due time when `add` was" });

export type WorkingTimeSimulationResult = z.infer<typeof workingTimeSimulationResultSchema>;
