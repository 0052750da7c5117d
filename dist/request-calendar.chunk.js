"use strict";
exports.ids = [];
exports.modules = {

// ./src/request/calendar.ts
/***/ 2687:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  parseInstant: () => (/* binding */ parseInstant)
});
var luxon__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8714);
var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1822);
var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);
var _suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8533);




const FORM = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d{1,9})?)?(?<offset>Z|[+-]\d\d:\d\d)?)?$/;
function parseInstant(text, zoneText) {
	const problems = [];
	const fields = FORM.exec(text)?.groups;
	const wanted = fields === undefined ? undefined : numbersOf(fields);
	if (wanted === undefined) {
		problems.push({
			input: 'expires_at',
			message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)}; expected a date or a time such as 2026-10-30, 2026-10-30T12:45, 2026-10-30T12:45:00Z or 2026-10-30T12:45+13:00`,
		});
	}
	else if (!isInCalendar(wanted)) {
		problems.push({ input: 'expires_at', message: `${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is not a date and time of the calendar` });
	}
	const offset = fields?.['offset'];
	if (offset !== undefined && zoneText !== undefined) {
		problems.push({
			input: 'time_zone',
			message: `expires_at says its own offset (${offset}); leave out one of the two`,
		});
	}
	const zone = parseZone(offset ?? zoneText ?? 'UTC');
	if (zone === undefined) {
		problems.push(offset === undefined
			? {
				input: 'time_zone',
				message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(zoneText ?? '')}; expected a region such as Pacific/Auckland, UTC, or an offset such as -05:00.${(0,_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(zoneText ?? '', ['UTC', ...Intl.supportedValuesOf('timeZone')])}`,
			}
			: { input: 'expires_at', message: `found the offset ${offset}; expected one from -18:00 to +18:00` });
	}
	if (wanted === undefined || zone === undefined || problems.length > 0)
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(...problems);
	const local = luxon__WEBPACK_IMPORTED_MODULE_3__/* .DateTime */ .c9.fromObject(wanted, { zone });
	const sameTime = local.hour === wanted.hour && local.minute === wanted.minute;
	if (local.day !== wanted.day || (fields?.['hour'] !== undefined && !sameTime)) {
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input: 'expires_at',
			message: `${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} does not exist in ${zone.name}: the clocks are put forward over it. Name a time before or after the change`,
		});
	}
	return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(Math.min(...local.getPossibleOffsets().map((possible) => possible.toMillis())));
}
function numbersOf(fields) {
	const number = (name) => Number(fields[name] ?? 0);
	return {
		year: number('year'),
		month: number('month'),
		day: number('day'),
		hour: number('hour'),
		minute: number('minute'),
		second: number('second'),
	};
}
function isInCalendar(wanted) {
	return wanted.hour < 24 && luxon__WEBPACK_IMPORTED_MODULE_3__/* .DateTime */ .c9.fromObject(wanted, { zone: luxon__WEBPACK_IMPORTED_MODULE_3__/* .FixedOffsetZone */ .mQ.utcInstance }).isValid;
}
function parseZone(text) {
	if (text === 'UTC' || text === 'Z')
		return luxon__WEBPACK_IMPORTED_MODULE_3__/* .FixedOffsetZone */ .mQ.utcInstance;
	const offset = /^(?<sign>[+-])(?<hours>\d\d):(?<minutes>[0-5]\d)$/.exec(text)?.groups;
	if (offset !== undefined) {
		const minutes = Number(offset['hours']) * 60 + Number(offset['minutes']);
		return minutes > 18 * 60 ? undefined : luxon__WEBPACK_IMPORTED_MODULE_3__/* .FixedOffsetZone */ .mQ.instance(offset['sign'] === '-' ? -minutes : minutes);
	}
	return isRegion(text) ? luxon__WEBPACK_IMPORTED_MODULE_3__/* .IANAZone */ .oh.create(text) : undefined;
}
function isRegion(text) {
	if (!/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)+$/.test(text) || !luxon__WEBPACK_IMPORTED_MODULE_3__/* .IANAZone */ .oh.isValidZone(text))
		return false;
	const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
	return timeZone === text || timeZone.toLowerCase() !== text.toLowerCase();
}


/***/ }),

};
