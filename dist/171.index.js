"use strict";
exports.id = 171;
exports.ids = [171];
exports.modules = {
...require("./mint-post-influxdb.shared.js"),
...require("./mint-post.shared.js"),

};
;