"use strict";
exports.id = 222;
exports.ids = [222];
exports.modules = {
...require("./mint-post-solarnetwork.shared.js"),
...require("./mint-post.shared.js"),

};
;