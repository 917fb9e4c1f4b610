"""Checks a calendar file with two libraries that are not ours (icalendar and
vobject for Python): it parses without a complaint, every component has what RFC 5545 wants
and nothing twice, and what is read and written again says the same."""
import sys

import icalendar
import vobject

data = open(sys.argv[1], "rb").read()
calendar = icalendar.Calendar.from_ical(data)
entries = [c for c in calendar.walk() if c.name in ("VEVENT", "VTODO")]
problems = [f"{c.get('UID')}: {e}" for c in calendar.walk() for e in c.errors]
for c in entries:
    for name in ("UID", "DTSTAMP", "SUMMARY", "SEQUENCE", "LAST-MODIFIED"):
        if name not in c:
            problems.append(f"{c.get('UID')}: no {name}")
    if c.name == "VEVENT" and (c.DTEND - c.DTSTART).days != 1:
        problems.append(f"{c['UID']}: from {c.DTSTART} to {c.DTEND}")
    if c.name == "VTODO" and ("DUE" in c or "DTSTART" in c):
        problems.append(f"{c['UID']}: a day that nobody told")
if len({str(c.get("UID")) for c in entries}) != len(entries):
    problems.append("a UID stands twice")
again = icalendar.Calendar.from_ical(calendar.to_ical())
if [sorted(map(str, c.items())) for c in again.walk()] != [sorted(map(str, c.items())) for c in calendar.walk()]:
    problems.append("written again, it says something else")
try:
    vobject.readOne(data.decode()).validate(raiseException=True)
except vobject.base.VObjectError as e:
    problems.append(f"vobject: {e}")
for p in problems:
    print(p)
print(f"{len(entries)} entries, {len(problems)} problems")
sys.exit(bool(problems) or not entries)
