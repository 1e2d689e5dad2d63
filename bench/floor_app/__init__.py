"""What the same rows cost with nothing of ours around them: the smallest Django views on the same tables.

Served by the same server with the same options as the program. Row security stands on the tables; the board is told
once when a connection is made, so that it costs no statement here.
"""
