// How numbers and dates are written. Null is a dash, never 0.
export const DASH = '–';
const LOCALE = navigator.language?.startsWith('en') ? navigator.language : 'en-GB';
const MINUS = '\u2212';

let currency = 'EUR';
let decimals = 2;

// The currency of the page: every amount on it is in this one.
export function useCurrency(scope) {
  currency = scope.currency;
  decimals = scope.currency_decimals;
}

export const currencyCode = () => currency;
const isGap = (value) => value === null || value === undefined || Number.isNaN(value);
const write = (value, options) => new Intl.NumberFormat(LOCALE, options).format(value).replace('-', MINUS);
const places = (n) => ({ minimumFractionDigits: n, maximumFractionDigits: n });

function sign() {
  const parts = new Intl.NumberFormat(LOCALE, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return parts.find((part) => part.type === 'currency').value;
}

// 46,478.42 without sign: for tables, whose header names the currency.
export const amount = (value) => (isGap(value) ? DASH : write(value, places(decimals)));

// €46,478.42
export function money(value) {
  if (isGap(value)) return DASH;
  return (value < 0 ? MINUS : '') + sign() + write(Math.abs(value), places(decimals));
}

// €46.5k: for tiles and axes.
export function shortMoney(value) {
  return isGap(value) ? DASH : (value < 0 ? MINUS : '') + sign() + shortNumber(Math.abs(value));
}

export function shortNumber(value) {
  if (isGap(value)) return DASH;
  const size = Math.abs(value);
  if (size >= 999_950_000) return write(value / 1e9, places(1)) + 'bn';
  if (size >= 999_950) return write(value / 1e6, places(1)) + 'M';
  if (size >= 1000) return write(value / 1e3, places(1)) + 'k';
  return write(value, { maximumFractionDigits: size < 10 && !Number.isInteger(value) ? 2 : 0 });
}

// Round steps of an axis: 20k, 1.5M.
export const axisNumber = (value) => shortNumber(value).replace(/[.,]0(?=[kM]|bn)/, '');
export const axisPercent = (value) => `${write(value * 100, { maximumFractionDigits: Math.abs(value) < 0.01 ? 2 : 1 })}%`;
export const count = (value) => (isGap(value) ? DASH : write(value, { maximumFractionDigits: 0 }));
// One decimal; below one percent two, so that a small share is not written as none.
export const percent = (value, n = 1) => (isGap(value) ? DASH : write(value * 100, places(value !== 0 && Math.abs(value) < 0.01 ? 2 : n)) + '%');
export const decimal = (value, n = 2) => (isGap(value) ? DASH : write(value, places(n)));

const date = (text) => new Date(`${text.slice(0, 10)}T00:00:00Z`);
const inUtc = (text, options) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(date(text));
// 12 Nov
export const day = (text) => (text ? inUtc(text, { day: 'numeric', month: 'short' }) : DASH);
export const dayAndYear = (text) => (text ? inUtc(text, { day: 'numeric', month: 'short', year: 'numeric' }) : DASH);
export const month = (text) => inUtc(text, { month: 'short' });
export const monthAndYear = (text) => inUtc(text, { month: 'short', year: '2-digit' }).replace(' ', ' ’');
export const isMonthEnd = (text) => new Date(date(text).getTime() + 864e5).getUTCDate() === 1;
// Oct, or 17 Jun while June is under way.
export const monthOrDay = (text) => (isMonthEnd(text) ? monthAndYear(text) : day(text));
export const time = (text) => (text ? new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' }).format(new Date(text)) : DASH);
export const addDays = (text, n) => new Date(date(text).getTime() + n * 864e5).toISOString().slice(0, 10);
export const daysBetween = (from, to) => Math.round((date(to) - date(from)) / 864e5);

// A code of the API as words: credit_card → Credit card.
const WORDS = { sms: 'SMS', lift_10: 'Lift, top 10%', lift_20: 'Lift, top 20%', lift_5: 'Lift, top 5%', lift_30: 'Lift, top 30%', b2b_invoice: 'B2B invoice', none: 'Leave alone', CHARGED_OFF: 'Charged off', CURRENT: 'Not due', PAID: 'Paid', SOLD: 'Sold' };
export function words(code) {
  if (isGap(code)) return DASH;
  const text = String(code);
  if (WORDS[text]) return WORDS[text];
  if (/^\d+(-\d+|\+)$/.test(text)) return text.replace('-', '–');
  const spaced = text.replaceAll('_', ' ').replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// A value of a KPI by its unit: full, and short for tiles and axes.
export function byUnit(unit, value) {
  switch (unit) {
    case 'money': return money(value);
    case 'share': return percent(value);
    case 'count': return count(value);
    case 'days': return isGap(value) ? DASH : `${decimal(value, 1)} days`;
    default: return decimal(value, unit === 'per_1000' ? 1 : 2);
  }
}
export const shortByUnit = (unit, value) => (unit === 'money' ? shortMoney(value) : unit === 'count' ? shortNumber(value) : byUnit(unit, value));

// "+2.1 pts", "−€3.6k (−11.0%)", "no change".
export function delta(unit, change, previous) {
  if (isGap(change)) return DASH;
  const signed = (text) => (change > 0 ? '+' : '') + text;
  if (unit === 'share') return Math.abs(change) < 0.0005 ? 'no change' : `${signed(write(change * 100, places(1)))} pts`;
  if (change === 0) return 'no change';
  const part = unit === 'money' && previous ? ` (${signed(percent(change / Math.abs(previous)))})` : '';
  return signed(shortByUnit(unit, change)) + part;
}
