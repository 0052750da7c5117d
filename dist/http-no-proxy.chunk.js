"use strict";
exports.ids = [];
exports.modules = {

// ./src/http/no-proxy.ts
/***/ 8428:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  readExceptions: () => (/* binding */ readExceptions)
});
var _server_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7952);

function readExceptions(text) {
	const parts = text.split(/[\s,]+/).filter((part) => part !== '');
	const covers = [];
	const notUnderstood = [];
	for (const part of parts) {
		const exception = readPart(part);
		if (exception === undefined)
			notUnderstood.push(part);
		else
			covers.push(exception);
	}
	return { isException: (server) => covers.some((cover) => cover(server)), notUnderstood };
}
const IN_BRACKETS = /^\[([^\][/]+)(\/\d{1,3})?\](\/\d{1,3})?(?::(\d{1,5}))?$/;
const WITH_PORT = /^([^:]+):(\d{1,5})$/;
function readPart(part) {
	if (part === '*')
		return () => true;
	const [, address = '', inside = '', behind = '', ofBrackets] = IN_BRACKETS.exec(part) ?? [];
	if (address !== '')
		return withPort(ofBrackets, readAddresses(`${address}${inside}${behind}`));
	const [, host = part, port] = WITH_PORT.exec(part) ?? [];
	return withPort(port, readAddresses(host) ?? readName(host));
}
function withPort(port, cover) {
	if (port === undefined || cover === undefined)
		return cover;
	return Number(port) > 65_535 ? undefined : (server) => (0,_server_address_js__WEBPACK_IMPORTED_MODULE_0__/* .portOf */ .HM)(server) === Number(port) && cover(server);
}
function readAddresses(text) {
	if (!/^[\d.]+(?:\/\d+)?$|:/.test(text))
		return undefined;
	const { BlockList, isIP } = process.getBuiltinModule('node:net');
	const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
	const family = isIP(address);
	const longest = family === 4 ? 32 : 128;
	if (family === 0 || address.includes('%') || Number(length ?? longest) > longest)
		return undefined;
	const list = new BlockList();
	list.addSubnet(address, Number(length ?? longest), family === 4 ? 'ipv4' : 'ipv6');
	return (server) => listed(list, (0,_server_address_js__WEBPACK_IMPORTED_MODULE_0__/* .hostOf */ .w4)(server), isIP);
}
function listed(list, host, isIP) {
	const family = isIP(host);
	return family !== 0 && list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
function readName(text) {
	const [, below, written = ''] = /^(\*?\.)?([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*)\.?$/u.exec(text) ?? [];
	if (written === '' || /(?:^|\.)\d+$/.test(written) || !URL.canParse(`http://${written}`))
		return undefined;
	const { hostname } = new URL(`http://${written}`);
	return (server) => {
		const host = (0,_server_address_js__WEBPACK_IMPORTED_MODULE_0__/* .hostOf */ .w4)(server).replace(/\.$/, '');
		return host.endsWith(`.${hostname}`) || (below === undefined && host === hostname);
	};
}


/***/ }),

};
