"""How the lexicons that are made by machine are made: one module a file, see README.md. No part of the program."""
