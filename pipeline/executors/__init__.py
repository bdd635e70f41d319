"""Who does the work of a run: this process, a pool of processes, a cluster. What comes out is the same bytes.

Inputs are cut into batches (``batches``), a worker turns each into a shard (``task``), and the shards are taken up in
the order of the inputs (``shards``). An executor only says where a batch is worked on.
"""
