"use strict";
exports.id = 79;
exports.ids = [79];
exports.modules = {
...require("./mint-post.shared.js"),

};
;