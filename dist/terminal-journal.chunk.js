"use strict";
exports.ids = [];
exports.modules = {

// ./src/terminal/journal.ts
/***/ 1151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ findJournal),
  openJournal: () => (/* binding */ openJournal)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
var _host_token_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6038);
var _lease_origin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9230);
var _lease_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4501);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);







const VERSION = 1;
const ENTRY = /^[0-9a-f]{32}\.json$/;
const LARGEST = 256 * 1024;
function openJournal(folder) {
	try {
		const first = (0,_host_token_file_js__WEBPACK_IMPORTED_MODULE_3__.firstFolderToMake)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'a lease'));
		if (first !== '')
			(0,_host_token_file_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolders */ .wZ)(first, folder);
	}
	catch (error) {
		throw new Error(`the state folder ${JSON.stringify(folder)} cannot be made: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}. ${OTHER_FOLDER}`, {
			cause: error,
		});
	}
	const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder);
	if (!found.isDirectory()) {
		throw new Error(`the state folder ${JSON.stringify(folder)} is no folder, or a link to one. ${OTHER_FOLDER}`);
	}
	const flaw = flawOf(found, folder, '700');
	if (flaw !== undefined)
		throw new Error(`the state folder ${flaw}`);
	return journalIn(folder);
}
const OTHER_FOLDER = 'Name another one with --state-dir, or do without one with --no-journal';
function findJournal(folder) {
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder, { throwIfNoEntry: false }) === undefined ? undefined : openJournal(folder);
}
function flawOf({ uid, mode }, path, right) {
	if (process.getuid === undefined)
		return undefined;
	if (uid !== process.getuid()) {
		return `${JSON.stringify(path)} belongs to the user ${uid}, and this is ${process.getuid()}: what stands there may be theirs. ${OTHER_FOLDER}`;
	}
	if ((mode & 0o077) === 0)
		return undefined;
	return `${JSON.stringify(path)} has the mode ${(mode & 0o777).toString(8)}: others may get at it. See what stands there, and then: chmod ${right} '${path.replaceAll("'", "'\\''")}'`;
}
function journalIn(folder) {
	const written = new Set();
	const pathOf = (leaseId) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${leaseId}.json`);
	return {
		folder,
		keep(entry) {
			const leaseId = entry.record.attempts[0]?.leaseId;
			if (leaseId === undefined)
				throw new Error('there is no attempt to be kept');
			const text = `${JSON.stringify(entryJson(entry), undefined, 2)}\n`;
			try {
				write(folder, pathOf(leaseId), text, !written.has(leaseId));
			}
			catch (error) {
				throw new Error(`the lease cannot be written down in ${JSON.stringify(folder)}: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}. Without that nothing could end it later, so no token is handed on. Free the place, or see --state-dir and --no-journal`, { cause: error });
			}
			written.add(leaseId);
		},
		remove(leaseId) {
			try {
				(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(pathOf(leaseId));
			}
			catch (error) {
				if (!isMissing(error))
					throw error;
			}
		},
		read() {
			const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder).filter((name) => ENTRY.test(name));
			const read = names.map((name) => readEntry((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), name.slice(0, 32)));
			return {
				entries: read.flatMap((entry) => ('record' in entry ? [entry] : [])),
				left: read.flatMap((entry) => ('why' in entry ? [entry] : [])),
			};
		},
	};
}
function write(folder, path, text, isNew) {
	const draft = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}.new`);
	(0,_host_token_file_js__WEBPACK_IMPORTED_MODULE_3__/* .writeNewFile */ .S0)(draft, text);
	try {
		if (isNew)
			makeExclusively(draft, path);
		else
			(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(draft, path);
	}
	catch (error) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(draft);
		throw error;
	}
}
function makeExclusively(draft, path) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.linkSync)(draft, path);
	}
	catch (error) {
		if (isExisting(error) || (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false }) !== undefined)
			throw error;
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(draft, path);
		return;
	}
	(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(draft);
}
function entryJson({ record, origin, process, handedOn, tokenFile }) {
	return {
		version: VERSION,
		handed_on: handedOn,
		process,
		origin,
		...(tokenFile === undefined ? {} : { token_file: tokenFile }),
		record: JSON.parse((0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .serializeRecord */ .Om)(record)),
	};
}
function readEntry(path, leaseId) {
	const left = (why) => ({ path, why });
	try {
		const noFollow = "O_NOFOLLOW" in node_fs__WEBPACK_IMPORTED_MODULE_1__.constants ? node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW : 0;
		const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | noFollow);
		try {
			const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
			const flaw = flawOf(found, path, '600');
			if (flaw !== undefined)
				return left(flaw);
			if (!found.isFile() || found.size > LARGEST)
				return left('it is no file of a lease');
			return readText((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8'), leaseId, path);
		}
		finally {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
		}
	}
	catch (error) {
		return left(`it cannot be read: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
	}
}
function readText(text, leaseId, path) {
	const fields = (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .objectOf */ .Xy)(JSON.parse(text), 'the file');
	const { version } = fields;
	if (typeof version === 'number' && version > VERSION) {
		return { path, why: `it is of a later version (${version}); end its lease with a newer mint-token` };
	}
	if (version !== VERSION)
		throw new Error('it has no version that is known');
	const record = (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRecord */ .Hh)(JSON.stringify(fields['record']), IN_JOURNAL);
	if (record.attempts[0]?.leaseId !== leaseId)
		throw new Error('its name is not that of its lease');
	return {
		leaseId,
		record,
		origin: readOriginFields((0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .objectOf */ .Xy)(fields['origin'], 'origin')),
		process: readProcess((0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .objectOf */ .Xy)(fields['process'], 'process')),
		handedOn: fields['handed_on'] === true,
		tokenFile: fields['token_file'] === undefined ? undefined : readTokenFile((0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .objectOf */ .Xy)(fields['token_file'], 'token_file')),
	};
}
const IN_JOURNAL = { keptIn: 'the journal', logOfMint: 'what was said when it was minted' };
function readOriginFields(fields) {
	const text = (name) => (fields[name] === undefined ? '' : (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, name));
	const at = text('at');
	const by = _lease_origin_js__WEBPACK_IMPORTED_MODULE_6__/* .MINTERS */ .r.find((minter) => minter === fields['by']);
	return {
		...(at === '' ? {} : { at }),
		...(by === undefined ? {} : { by }),
		repository: text('repository'),
		run: text('run'),
		attempt: text('attempt'),
		job: text('job'),
	};
}
function readProcess(fields) {
	const pid = fields['pid'];
	if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0)
		throw new Error('pid is no number of a process');
	return { boot: (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'boot'), space: (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'space'), pid, startedAt: (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'startedAt') };
}
function readTokenFile(fields) {
	return { path: (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'path'), hash: (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'hash'), firstFolder: (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'firstFolder') };
}
function isMissing(error) {
	return codeOf(error) === 'ENOENT';
}
function isExisting(error) {
	return codeOf(error) === 'EEXIST';
}
function codeOf(error) {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}


/***/ }),

// ./src/terminal/leases-to-end.ts
/***/ 4459:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  An: () => (/* binding */ leasesOfRun),
  cr: () => (/* binding */ deadLeases),
  dp: () => (/* binding */ tellLeft),
  m8: () => (/* binding */ leaseOf),
  openJournalAndTell: () => (/* binding */ openJournalAndTell),
  y6: () => (/* binding */ forget)
});
var _host_token_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6038);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);
var _journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1151);
var _process_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2420);
var _lease_revoke_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8242);





function leaseOf(entries, leaseId) {
	return entries.find((entry) => entry.leaseId === leaseId || entry.record.attempts.some((attempt) => attempt.leaseId === leaseId));
}
function leasesOfRun(entries, origin) {
	const isOfRun = (other) => origin.by === 'terminal' ||
		(other.by === origin.by &&
			other.at === origin.at &&
			other.repository === origin.repository &&
			other.run === origin.run &&
			other.attempt === origin.attempt);
	return entries.filter((entry) => entry.record.revoke && isOfRun(entry.origin));
}
function deadLeases(entries, now) {
	return entries.filter(({ record, process, handedOn }) => {
		const ends = record.attempts.map(_lease_revoke_js__WEBPACK_IMPORTED_MODULE_3__/* .endOfAttempt */ .OW);
		if (handedOn)
			return Math.max(...ends) <= now;
		const gone = (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .isGone */ .S)(process);
		if (gone !== 'unknown')
			return gone;
		return Math.max(...ends) <= now;
	});
}
function forget({ leaseId, tokenFile }, journal, host) {
	if (tokenFile !== undefined) {
		try {
			if ((0,_host_token_file_js__WEBPACK_IMPORTED_MODULE_0__.removeTokenFile)(tokenFile) === 'changed')
				host.warn(`The token file ${tokenFile.path} was changed and is left as it is; remove it there.`);
		}
		catch (error) {
			host.warn(`The token file ${tokenFile.path} could not be removed: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}. Remove it by hand.`);
		}
	}
	journal.remove(leaseId);
}
function tellLeft(left, host) {
	for (const { path, why } of left)
		host.warn(`${path} is left alone: ${why}`);
}
function openJournalAndTell(folder, now, host) {
	const journal = (0,_journal_js__WEBPACK_IMPORTED_MODULE_1__.openJournal)(folder);
	const { entries, left } = journal.read();
	tellLeft(left, host);
	const types = deadLeases(entries, now).map(({ record }) => record.type);
	for (const type of new Set(types)) {
		const count = types.filter((other) => other === type).length;
		const are = count === 1 ? 'a lease of type ' + type + ' is' : `${count} leases of type ${type} are`;
		host.say(`note: ${are} written down in ${folder} and dead; to end what is left: mint-token sweep --type ${type} --local`);
	}
	return journal;
}


/***/ }),

};
