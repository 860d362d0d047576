// Reads a calendar file with Mozilla's ical.js and prints every date of each of its series: an implementation that shares nothing
// with ours. Usage: node expand.mjs ICAL_JS FILE SINCE UNTIL (seconds since 1970); prints {UID: [[local time, seconds], …]}.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , library, file, since, until] = process.argv;
const ICAL = (await import(pathToFileURL(library).href)).default;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
const zones = Object.fromEntries(calendar.getAllSubcomponents("vtimezone").map((each) => [each.getFirstPropertyValue("tzid"), new ICAL.Timezone(each)]));
const found = {};

for (const component of calendar.getAllSubcomponents("vevent")) {
  if (component.hasProperty("recurrence-id")) continue;
  const event = new ICAL.Event(component);
  const zone = zones[component.getFirstProperty("dtstart").getParameter("tzid")] ?? ICAL.Timezone.utcTimezone;
  const dates = event.iterator();
  const own = [];
  for (let date = dates.next(); date; date = dates.next()) {
    const there = date.clone();
    if (there.isDate) there.isDate = false; // the midnight with which the day begins, in UTC
    if (!there.isDate && there.zone !== ICAL.Timezone.utcTimezone) there.zone = zone;
    const moment = there.toUnixTime();
    if (moment >= Number(until)) break;
    if (moment >= Number(since)) own.push([`${date.toString().slice(0, 10)}T${date.isDate ? "00:00:00" : date.toString().slice(11, 19)}`, moment]);
  }
  found[event.uid] = own;
}
console.log(JSON.stringify(found));
