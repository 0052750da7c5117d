"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/datasette-managed/issued-tokens.ts + 1 modules
/***/ 5639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openIssuedTokens: () => (/* binding */ openIssuedTokens)
});

var ports = __webpack_require__(1102);
var datasette_managed_api = __webpack_require__(1796);
;// CONCATENATED MODULE: ./src/issuers/datasette-managed/restrictions-text.ts
const UNRESTRICTED = ['All permissions', 'None'];
function readRestrictions(text) {
	if (UNRESTRICTED.includes(text.trim()))
		return 'unrestricted';
	const all = [];
	const databases = new Map();
	const resources = new Map();
	let actions;
	for (const line of text.trim().split('\n')) {
		const [, action] = /^- (\S+)$/.exec(line) ?? [];
		const [, database] = /^Database: (.+)$/.exec(line) ?? [];
		const [, parent, table] = /^Table: ([^/]+)\/([^/]+)$/.exec(line) ?? [];
		if (action !== undefined && actions !== undefined)
			actions.push(action);
		else if (line === 'All databases:')
			actions = all;
		else if (database !== undefined)
			databases.set(database, (actions = []));
		else if (parent !== undefined && table !== undefined) {
			const inDatabase = resources.get(parent) ?? new Map();
			resources.set(parent, inDatabase.set(table, (actions = [])));
		}
		else
			return undefined;
	}
	return {
		...(all.length === 0 ? {} : { a: all }),
		...(databases.size === 0 ? {} : { d: Object.fromEntries(databases) }),
		...(resources.size === 0
			? {}
			: { r: Object.fromEntries([...resources].map(([database, tables]) => [database, Object.fromEntries(tables)])) }),
	};
}

var tokens = __webpack_require__(9204);
;// CONCATENATED MODULE: ./src/issuers/datasette-managed/issued-tokens.ts




async function openIssuedTokens(access, ports) {
	const api = (0,datasette_managed_api/* openApi */.Nd)(access, ports);
	const credential = await (0,datasette_managed_api/* askActor */.b8)(api, api.credential);
	const own = credential?.['token'] === 'dsatok' ? String(credential['token_id']) : undefined;
	const { revoke, byHand } = (0,tokens.openTokens)(access, {}, ports);
	const listed = (row) => listedOf(row, own);
	return {
		serverAhead: api.client.serverAhead,
		list: (mayLack) => listTokens(api, listed, mayLack),
		async read(ids) {
			const read = [];
			for (const id of ids)
				read.push(await readToken(api, id, id === own, listed));
			return read;
		},
		revoke: (id) => revoke(id),
		byHand: (id) => byHand({ id }),
	};
}
async function* listTokens(api, listed, mayLack) {
	let told = false;
	for await (const { rows, mayCreate } of (0,tokens.listPages)(api)) {
		if (!mayCreate && !told) {
			told = true;
			mayLack('the credential may create none, so it is not sure that it is known there');
		}
		for (const row of rows)
			if (row.status !== 'Revoked')
				yield listed(row);
	}
}
async function readToken(api, id, isCredential, listed) {
	try {
		const page = await (0,tokens.getToken)(api, id, api.credential);
		return page === undefined || page.status === 'Revoked' ? { kind: 'absent' } : { kind: 'read', token: listed(page) };
	}
	catch (error) {
		if (error instanceof ports/* Stopped */.C9)
			throw error;
		return { kind: 'unreadable', error, isCredential };
	}
}
function listedOf({ id, status, description, restrictions, ends }, own) {
	const granted = readRestrictions(restrictions);
	return {
		id,
		type: 'datasette/managed',
		name: undefined,
		description: description === '' ? undefined : description,
		status,
		createdAt: undefined,
		expiresAt: ends ? undefined : 'never',
		grants: granted,
		managesTokens: true,
		isCredential: id === own,
	};
}


/***/ }),

};
