"""The nightly job: sources asked, what is new or due fetched and archived, the data set added to."""
