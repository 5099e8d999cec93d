/**
 * Loads what the pane loads behind before any test. A test file that ended while a part was on its way would
 * leave it broken for those that come after it in the same process.
 */

import "../../addin/all-texts.ts";
import "../../addin/carried.ts";
import "../../addin/checks.ts";
import "../../addin/earlier.ts";
import "../../addin/files.ts";
import "../../addin/make.ts";
import "../../addin/write.ts";
import "../../core/report/moves.ts";
import "../../xlsx/draw.ts";
