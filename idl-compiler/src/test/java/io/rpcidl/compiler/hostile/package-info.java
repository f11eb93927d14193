/**
 * What the authors of hostile sources try. The rows K01 to K17 are those of the catalogue of bad input that the project
 * keeps to: each test names the row that it belongs to.
 */
@NullMarked
package io.rpcidl.compiler.hostile;

import org.jspecify.annotations.NullMarked;
