"use strict";
exports.ids = [];
exports.modules = {

// ./src/terminal/updated-token.ts
/***/ 3623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  printUpdated: () => (/* binding */ printUpdated)
});
var _box_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8864);
var _csv_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9792);
var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2052);



function printUpdated(element, output) {
	const token = fieldsOf(element);
	const text = (name) => (typeof token[name] === 'string' ? token[name] : '');
	const policy = fieldsOf(token['grants']);
	const rows = [
		['Token ID', text('id')],
		['Created', text('created_at')],
		['User ID', text('user_id')],
		['Type', text('type').replace('solarnetwork/', '')],
		['Status', text('status')],
		['Name', text('name')],
		['Description', text('description')],
		['Policy', Object.keys(policy).length === 0 ? '' : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spacedJson */ .z)(policy, '  ')],
	];
	const columns = rows.map(([column]) => column);
	const cells = rows.map(([, cell]) => cell);
	return output === 'csv' ? (0,_csv_js__WEBPACK_IMPORTED_MODULE_2__/* .csvRow */ .r)(columns) + (0,_csv_js__WEBPACK_IMPORTED_MODULE_2__/* .csvRow */ .r)(cells) : (0,_box_table_js__WEBPACK_IMPORTED_MODULE_0__.boxTable)(columns, [cells]);
}
function fieldsOf(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}


/***/ }),

};
