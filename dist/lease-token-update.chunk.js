"use strict";
exports.ids = [];
exports.modules = {

// ./src/lease/token-update.ts
/***/ 4341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  DH: () => (/* binding */ PowerInDoubt),
  EA: () => (/* binding */ withEnd),
  ht: () => (/* binding */ differencesOfEnd),
  ij: () => (/* binding */ withText),
  it: () => (/* binding */ directionOfAll),
  vn: () => (/* binding */ showEnd),
  z1: () => (/* binding */ wantedText)
});
/* unused harmony exports takeSteps, differencesFrom */
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);
var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2790);
var _ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1102);




function directionOfAll(moves) {
	const directions = new Set(moves.map(({ direction }) => direction));
	const [narrower, wider] = [directions.has('narrower'), directions.has('wider')];
	if (directions.has('both') || (narrower && wider))
		return 'both';
	return narrower ? 'narrower' : wider ? 'wider' : 'same';
}
class PowerInDoubt extends Error {
	name = 'PowerInDoubt';
}
async function takeSteps({ steps }, before, { stop }) {
	for (const [index, step] of steps.entries()) {
		let begun = false;
		try {
			throwIfStopped(stop);
			before(step, index);
			begun = true;
			await step.send();
		}
		catch (error) {
			return { done: steps.slice(0, index), failure: { step, begun, error, untried: steps.slice(index + 1) } };
		}
	}
	return { done: steps, failure: undefined };
}
function differencesFrom(wanted, found, update) {
	const texts = ['name', 'description', 'status', 'type'].flatMap((what) => {
		const [asked, granted] = [wanted[what], found[what]];
		if ((asked ?? '') === (granted ?? ''))
			return [];
		const wider = what === 'type' || (what === 'status' && asked === update.disabling?.status);
		return [{ what, asked: showText(asked), granted: showText(granted), wider }];
	});
	return [...texts, ...update.compare(wanted, found)];
}
function differencesOfEnd(wanted, found, tolerance = 0) {
	if (typeof wanted === 'number' && typeof found === 'number') {
		if (Math.abs(found - wanted) <= tolerance)
			return [];
		return [{ what: 'end', asked: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(wanted), granted: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(found), wider: found > wanted }];
	}
	if (wanted === found)
		return [];
	return [{ what: 'end', asked: showEnd(wanted), granted: showEnd(found), wider: wanted !== 'never' }];
}
function showEnd(end) {
	return typeof end === 'number' ? (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(end) : end === 'never' ? 'none' : 'not told';
}
const LONGEST_SHOWN = 600;
function showText(text) {
	return text === undefined || text === '' ? 'nothing' : JSON.stringify(shorten(text, LONGEST_SHOWN));
}
function wantedText(change, what) {
	return change.clear.includes(what) ? '' : change[what];
}
function withText(description, text) {
	if (text === undefined)
		return description;
	const { marker } = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .splitDescription */ .ZR)(description ?? '');
	return marker === '' ? text : (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .describeWith */ .Wq)(text, marker);
}
function withEnd(description, end, longest = Infinity) {
	const read = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .readDescription */ .XF)(description ?? '');
	if (read.kind !== 'marked')
		return description;
	const { text, marker } = read;
	const room = longest - (text === '' ? 0 : [...text].length + 1);
	return (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .describeWith */ .Wq)(text, (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .printMarker */ .uZ)((0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .fitMarker */ .EU)({ ...marker, expiresAt: end }, Math.min(room, _marker_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_MARKER */ .Ke))));
}


/***/ }),

};
