/** Keys with their history and their leases, in memory: revisions, whole changes or none, compaction. */
@NullMarked
package io.rpcidl.samples.etcd.store;

import org.jspecify.annotations.NullMarked;
