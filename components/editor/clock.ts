/** When was that, as a person in a hurry reads it? */

/** The time of day for today, else the date with it: "14:02", "3 Nov 14:02". */
export function clock(at: number, now = Date.now()): string {
  const moment = new Date(at);
  const time = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (moment.toDateString() === new Date(now).toDateString()) return time;
  return `${moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${time}`;
}
