"""Text in, mentions out: the rules that find groups, officials, dates, counts and policies."""
