"""The job around the extractors: inputs in, a sealed data set out."""
