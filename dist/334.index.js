"use strict";
exports.id = 334;
exports.ids = [334];
exports.modules = {
...require("./mint.shared.js"),

};
;