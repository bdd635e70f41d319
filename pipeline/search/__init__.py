"""Full text over the documents and records of a data set: words and names in, sentences with their sources out."""
