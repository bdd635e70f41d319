"""The data set in the forms that researchers use, each row with its quote, its place and a link to it."""
