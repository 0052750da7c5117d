"use strict";
exports.ids = [];
exports.modules = {

// ./src/http/authorities.ts
/***/ 4201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  parseAuthorities: () => (/* binding */ parseAuthorities),
  readAuthorities: () => (/* binding */ readAuthorities),
  serializeAuthorities: () => (/* binding */ serializeAuthorities)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7440);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);
var _kept_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5505);





function readAuthorities(sources, notify) {
	const { openssl, system, extraFile } = sources;
	const tls = process.getBuiltinModule('node:tls');
	if (openssl && tls.getCACertificates === undefined)
		return opensslUnknown(`Use Node 22.15 or later, or ${BUNDLED}`);
	if (openssl && (process.platform === 'darwin' || process.platform === 'win32'))
		return opensslUnknown(`To go on, ${BUNDLED}`);
	const stored = openssl || system ? (tls.getCACertificates?.('system') ?? []) : [];
	const others = new Set([...stored, ...readExtra(extraFile, notify)]);
	return { kind: 'listed', bundled: !openssl, others: [...others] };
}
const BUNDLED = 'set --use-bundled-ca in NODE_OPTIONS and name your own in NODE_EXTRA_CA_CERTS';
function opensslUnknown(advice) {
	return unknown('this Node trusts the authorities of OpenSSL and cannot say which they are, so that the revocation could not be held to the same', advice);
}
function readExtra(path, notify) {
	if (path === '')
		return [];
	const untrusted = (reason) => {
		notify((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$)(`The certificates of NODE_EXTRA_CA_CERTS could not be read from ${path}: ${reason}. They are not trusted.`));
		return [];
	};
	try {
		const certificates = certificatesIn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
		return certificates.length === 0 ? untrusted('no certificate (PEM) stands in it') : certificates;
	}
	catch (error) {
		return untrusted(error instanceof Error && 'code' in error ? String(error.code) : String(error));
	}
}
function certificatesIn(text) {
	return text.match(/-----BEGIN (X509 |TRUSTED |)CERTIFICATE-----[^-]+-----END \1CERTIFICATE-----/g) ?? [];
}
const LARGEST_KEPT = 16 * 1024;
function serializeAuthorities(authorities, folder) {
	if (authorities.kind === 'unknown')
		return JSON.stringify({ closed: authorities.closed });
	const text = authorities.others.join('\n');
	const deflated = process.getBuiltinModule('node:zlib').deflateRawSync(text);
	const others = deflated.length <= LARGEST_KEPT ? { deflated: deflated.toString('base64') } : keepInFile(text, folder);
	return JSON.stringify({ bundled: authorities.bundled, ...others });
}
function keepInFile(text, folder) {
	const refuse = (why, cause) => new Error(`the authorities that Node was started with (NODE_EXTRA_CA_CERTS, or those of the system) cannot be kept for the revocation: ${why}`, { cause });
	if (folder === undefined)
		throw refuse('they need a file, and no folder for temporary ones is known');
	if (text.length > _kept_file_js__WEBPACK_IMPORTED_MODULE_2__/* .LARGEST_FILE */ .K7)
		throw refuse(`they have more than ${_kept_file_js__WEBPACK_IMPORTED_MODULE_2__/* .LARGEST_FILE */ .K7} bytes`);
	const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `mint-token-authorities-${process.getBuiltinModule('node:crypto').randomUUID()}.pem`);
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, text, { flag: 'wx', mode: 0o600 });
	}
	catch (error) {
		throw refuse((0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error), error);
	}
	return { file, sha256: (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_2__/* .hashOf */ .qQ)(text) };
}
function parseAuthorities(text) {
	try {
		return readKept(text);
	}
	catch (error) {
		return unknown(`the authorities that the mint trusted were not kept as they should be: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
	}
}
function unknown(why, advice = '') {
	return { kind: 'unknown', closed: { words: `nothing is sent over TLS, since ${why}`, advice } };
}
function readKept(text) {
	const { closed, bundled, deflated, file, sha256 } = membersOf(text);
	if (typeof closed === 'object' && closed !== null && 'words' in closed && 'advice' in closed) {
		return { kind: 'unknown', closed: { words: String(closed.words), advice: String(closed.advice) } };
	}
	if (typeof deflated === 'string') {
		const { inflateRawSync } = process.getBuiltinModule('node:zlib');
		const others = inflateRawSync(Buffer.from(deflated, 'base64')).toString();
		return { kind: 'listed', bundled: bundled === true, others: certificatesIn(others) };
	}
	if (typeof file !== 'string')
		throw new Error('no certificates are named');
	const content = (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_2__/* .contentOf */ .$E)(file);
	if (content === undefined || (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_2__/* .hashOf */ .qQ)(content) !== sha256) {
		return unknown(`the file of the authorities that the mint trusted is gone or was changed: ${file}`);
	}
	return { kind: 'listed', bundled: bundled === true, others: certificatesIn(content.toString()) };
}
function membersOf(text) {
	const value = JSON.parse(text);
	return typeof value === 'object' && value !== null ? { ...value } : {};
}


/***/ }),

};
