"""A data set as one page to read and print: figures of which every mark leads to the sentences that state it."""
