"use strict";
exports.ids = [];
exports.modules = {

// ./src/terminal/tab-table.ts
/***/ 18:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  keyedLines: () => (/* binding */ keyedLines),
  tabTable: () => (/* binding */ tabTable)
});
function tabTable(columns, rows) {
	const lines = [columns, ...rows].map((cells) => cells.map(oneLine));
	const widths = columns.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column] ?? ''))));
	return lines
		.map((cells) => {
		const filled = cells.map((cell, column) => {
			const stop = (Math.floor((widths[column] ?? 0) / TAB) + 1) * TAB;
			return column === cells.length - 1 ? cell : cell + '\t'.repeat(Math.ceil((stop - widthOf(cell)) / TAB));
		});
		return `${filled.join('')}\n`;
	})
		.join('');
}
const TAB = 8;
function keyedLines(rows) {
	const longest = Math.max(...rows.map(([name]) => name.length));
	return rows.map(([name, text]) => `${`${name}:`.padEnd(longest + 3)}${oneLine(text)}\n`).join('');
}
function widthOf(cell) {
	return [...cell].length;
}
function oneLine(cell) {
	return cell.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}


/***/ }),

};
