"use strict";
exports.ids = [];
exports.modules = {

// ./src/terminal/box-table.ts
/***/ 8864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  boxTable: () => (/* binding */ boxTable)
});
var cli_table3__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5832);
var cli_table3__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(cli_table3__WEBPACK_IMPORTED_MODULE_0__);

function boxTable(columns, rows) {
	const table = new (cli_table3__WEBPACK_IMPORTED_MODULE_0___default())({
		head: [...columns],
		colAligns: columns.map((_, column) => (rows.every((row) => /^\d+$/.test(row[column] ?? '')) ? 'right' : 'left')),
		chars: {
			top: '-',
			'top-mid': '+',
			'top-left': '+',
			'top-right': '+',
			bottom: '-',
			'bottom-mid': '+',
			'bottom-left': '+',
			'bottom-right': '+',
			left: '|',
			'left-mid': '+',
			mid: '-',
			'mid-mid': '+',
			right: '|',
			'right-mid': '+',
			middle: '|',
		},
		style: { head: [], border: [], compact: true },
	});
	const [first] = rows;
	if (first === undefined)
		return `${table.toString()}\n`;
	table.push(...rows.map((row) => [...row]));
	const lines = table.toString().split('\n');
	const [top = ''] = lines;
	if (!lines.slice(1, -1).includes(top))
		lines.splice(2, 0, top);
	return `${lines.join('\n')}\n`;
}


/***/ }),

};
