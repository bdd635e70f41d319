"""What came, went and changed between two data sets: documents, records and fields, each with its sources."""
