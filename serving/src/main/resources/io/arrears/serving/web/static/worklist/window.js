// When a contact is lawful: "18 Jun 07:00–19:00", or both days when they differ.
import * as f from '../core/format.js';

export function window(from, to) {
  if (!from && !to) return 'any time';
  if (!to) return `from ${f.day(from)} ${f.time(from)}`;
  if (!from) return `until ${f.day(to)} ${f.time(to)}`;
  return from.slice(0, 10) === to.slice(0, 10) ? `${f.day(from)} ${f.time(from)}–${f.time(to)}` : `${f.day(from)} ${f.time(from)} – ${f.day(to)} ${f.time(to)}`;
}
